package import Foundation

/// Files that come into a folder together.
///
/// All are written beside their places first and then moved there, so that a disk that is full changes
/// nothing, and no file is ever half there. What a run leaves behind that was cut goes with the next, even
/// if that has nothing to write.
package struct StagedFiles {
  /// The folder; it is made if it is missing.
  private let folder: URL

  package init(folder: URL) { self.folder = folder }

  /// Is told before each step that changes the disk. A run may be cut before any of them.
  @TaskLocal package static var observer: @Sendable () -> Void = {}

  private static let prefix = ".typed-media-"

  /// Writes `files`, in their order, over those of the same names.
  ///
  /// - Parameters:
  ///   - files: The name of each file, and its bytes.
  ///   - leftOver: The names of files to remove. They go before the new ones come, for two names may
  ///     differ in the case of a letter alone.
  package func write(_ files: [(name: String, data: Data)], removing leftOver: [String]) throws {
    removeAbandoned()
    guard !files.isEmpty || !leftOver.isEmpty else { return }
    let staging = folder.appending(
      path: "\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier)",
      directoryHint: .isDirectory)
    defer { try? Self.remove(staging) }
    Self.observer()
    try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
    for (name, data) in files { try Self.write(data, to: staging.appending(path: name)) }
    for name in leftOver { try Self.remove(folder.appending(path: name)) }
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
      try? Self.remove(folder.appending(path: name))
    }
  }

  private static func remove(_ place: URL) throws {
    observer()
    try FileManager.default.removeItem(at: place)
  }

  /// Writes a file, down to the disk: one that is moved into place before has no bytes after a power
  /// failure.
  private static func write(_ data: Data, to file: URL) throws {
    observer()
    try data.write(to: file)
    observer()
    let handle = try FileHandle(forUpdating: file)
    defer { try? handle.close() }
    try handle.synchronize()
  }

  /// Moves a file in one step, over another if there is one.
  private static func move(_ file: URL, to place: URL) throws {
    observer()
    guard rename(file.path, place.path) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }
}
