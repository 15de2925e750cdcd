import Foundation

/// The names of the files that are generated for a target.
///
/// A module cannot hold two files of one name, wherever they are, and some file systems take names that
/// differ in case for one. So they end like no file that people write, and what would have the name of
/// another gets a number.
struct OutputNames {
  /// What the names of all generated files end with.
  static let ending = ".generated.swift"

  /// The file of each snapshot, in their order.
  private(set) var requests: [String] = []
  /// The file with the list of the models.
  let catalog: String
  /// The file with the types that models share.
  let sharedTypes: String

  /// All of them.
  var all: [String] { requests + [catalog, sharedTypes] }

  init(for module: String, files: TargetFiles) {
    catalog = "\(module)Models\(Self.ending)"
    sharedTypes = "\(module)SharedTypes\(Self.ending)"
    var taken = Set(files.sources.map { $0.lastPathComponent.lowercased() })
    taken.formUnion([catalog.lowercased(), sharedTypes.lowercased()])
    for snapshot in files.snapshots {
      let stem = Self.stem(of: files.components(of: snapshot))
      var name = stem + Self.ending
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(stem)-\(number)\(Self.ending)"
        number += 1
      }
      requests.append(name)
    }
  }

  /// `schemas/acme/aurora.json` becomes `acme_aurora`.
  private static func stem(of components: [String]) -> String {
    let start = components.lastIndex(of: "schemas").map { $0 + 1 } ?? components.count - 1
    let name = components[start...].joined(separator: "_").dropLast(".json".count)
    return String(name.map { $0.isLetter || $0.isNumber || "-_. ".contains($0) ? $0 : "_" })
  }
}
