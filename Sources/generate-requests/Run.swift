import Foundation
import TypedMediaGenerator

/// Reads the files, generates, and writes what has changed.
struct Run {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func start() throws {
    var generator = RequestGenerator(module: arguments.module)
    if let path = arguments.configuration {
      generator.configuration = try Configuration(file(path))
    }
    if let path = arguments.stamp { generator.stamp = try Stamp(file(path)) }
    let output = try generator.generate(arguments.files.map { try file($0.snapshot) })
    for warning in output.warnings {
      FileHandle.standardError.write(Data("\(warning)\n".utf8))
    }
    for (snapshot, path) in arguments.files {
      try write(output.requests[snapshot] ?? "", to: path)
    }
    try write(output.sharedTypes, to: arguments.sharedTypes)
    try write(output.catalog, to: arguments.catalog)
  }

  private func file(_ path: String) throws -> SourceFile {
    let name = path.hasPrefix(arguments.root) ? path.dropFirst(arguments.root.count) : path[...]
    do {
      return SourceFile(
        path: path, name: String(name.drop { $0 == "/" }),
        data: try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Diagnostic(
        .error, "the file cannot be read: \(error.localizedDescription)", path: path)
    }
  }

  /// Writes a file only where its bytes differ, for what is untouched is not compiled again.
  ///
  /// It is written in place, and not down to the disk, for which `Data.write(to:)` waits at every
  /// file: what an interrupted run leaves behind differs, and is written by the next one.
  private func write(_ text: String, to path: String) throws {
    let data = Data(text.utf8)
    if let old = try? Data(contentsOf: URL(filePath: path)), old == data { return }
    do {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
      guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try file.write(contentsOf: data)
      try file.close()
    } catch {
      throw Diagnostic(
        .error, "the file cannot be written: \(error.localizedDescription)", path: path)
    }
  }
}
