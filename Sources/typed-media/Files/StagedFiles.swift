import Foundation

/// Files that come into a folder together.
///
/// All are written beside their places first and then moved there, so that a disk that is full changes
/// nothing, and no file is ever half there. What a run leaves behind that was cut goes with the next.
struct StagedFiles {
  /// The folder; it is made if it is missing.
  let folder: URL

  private static let prefix = ".typed-media-"

  /// Writes `files`, in their order, over those of the same names.
  ///
  /// - Parameters:
  ///   - files: The name of each file, and its bytes.
  ///   - leftOver: The names of files to remove. They go before the new ones come, for two names may
  ///     differ in the case of a letter alone.
  func write(_ files: [(name: String, data: Data)], removing leftOver: [String]) throws {
    let staging = folder.appending(
      path: "\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier)",
      directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: staging) }
    try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
    removeAbandoned()
    for (name, data) in files { try Self.write(data, to: staging.appending(path: name)) }
    for name in leftOver { try FileManager.default.removeItem(at: folder.appending(path: name)) }
    for (name, _) in files {
      try Self.move(staging.appending(path: name), to: folder.appending(path: name))
    }
  }

  /// Removes what processes have left that are no more.
  private func removeAbandoned() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(Self.prefix) {
      guard let process = Int32(name.dropFirst(Self.prefix.count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  /// Writes a file, down to the disk: one that is moved into place before has no bytes after a power
  /// failure.
  private static func write(_ data: Data, to file: URL) throws {
    try data.write(to: file)
    let handle = try FileHandle(forUpdating: file)
    defer { try? handle.close() }
    try handle.synchronize()
  }

  /// Moves a file in one step, over another if there is one.
  private static func move(_ file: URL, to place: URL) throws {
    guard rename(file.path, place.path) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }
}
