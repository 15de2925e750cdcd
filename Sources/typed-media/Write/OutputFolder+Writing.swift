import Foundation

extension OutputFolder {
  /// Makes the folder what it should be.
  ///
  /// All files are written beside their places first and then moved there, so that a disk that is
  /// full changes nothing, and no file is ever half there. What is left over goes before the new
  /// files come, for the two may differ in the case of a letter alone.
  ///
  /// - Parameters:
  ///   - changes: What there is to do.
  ///   - files: The texts, by the files' names.
  func apply(_ changes: Changes, from files: [String: String]) throws(Stop) {
    guard !changes.isEmpty else { return }
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    let staging = folder.appending(
      path: ".typed-media-\(ProcessInfo.processInfo.processIdentifier)",
      directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: staging) }
    do {
      try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
      for name in changes.outdated {
        try Data((files[name] ?? "").utf8).write(to: staging.appending(path: name))
      }
      for name in changes.leftOver {
        try FileManager.default.removeItem(at: folder.appending(path: name))
      }
      for name in changes.outdated {
        try Self.move(staging.appending(path: name), to: folder.appending(path: name))
      }
    } catch {
      throw Stop(
        message: "error: '\(path)' cannot be written: \(reason(for: error))",
        status: .cannotCreate)
    }
  }

  /// Moves a file in one step, over another if there is one.
  private static func move(_ file: URL, to place: URL) throws {
    guard rename(file.path, place.path) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }
}
