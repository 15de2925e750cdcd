import Foundation
import TypedMedia
import TypedMediaGenerator
import Workbench

/// The models that are measured.
struct Selection: CustomStringConvertible {
  let corpora: Corpora
  /// All models of the corpora.
  let all: [SchemaFile]
  /// 50 models: of those of each source, sorted by name, as many at even distances.
  let fifty: [SchemaFile]
  /// Ten of the 50.
  var few: [SchemaFile] { stride(from: 0, to: fifty.count, by: 5).map { fifty[$0] } }
  /// The models of exactly ten properties.
  let tens: [SchemaFile]

  init(_ corpora: Corpora) throws {
    self.corpora = corpora
    all = SchemaFile.all(in: corpora.schemas)
    let bySource = Dictionary(grouping: all, by: \.source)
    fifty = [("fal", 38), ("replicate", 7), ("cog", 5)].flatMap { source, count in
      let files = bySource[source] ?? []
      return (0..<min(count, files.count)).map { files[$0 * files.count / count] }
    }
    tens = try all.filter { try $0.propertyCount == 10 }
  }

  /// Writes `count` schemas to a folder: all there are, again and again under other names.
  func write(_ count: Int, of files: [SchemaFile], to folder: URL) throws -> [SchemaFile] {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for index in 0..<count {
      let file = files[index % files.count]
      let turn = index / files.count
      let name = turn == 0 ? file.stem : "\(file.stem)-again\(turn)"
      try Data(contentsOf: file.url).write(to: folder.appendingPathComponent("\(name).json"))
    }
    return SchemaFile.all(in: folder)
  }

  var description: String {
    let properties = fifty.compactMap { try? $0.propertyCount }.reduce(0, +)
    return """
      The 50 models: 38 of fal, 7 of Replicate and 5 of Cog, at even distances in the order of their \
      names, with \(properties) properties. The models of ten properties: all \(tens.count) there are.
      """
  }
}

extension SchemaFile {
  /// How many properties the model's requests have.
  fileprivate var propertyCount: Int {
    get throws {
      try JSON(parsing: Data(contentsOf: url))["properties"]?.object?.count ?? 0
    }
  }
}
