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
    // To take an address apart takes longer than to write a file.
    let (from, to) = (staging.path, folder.path)
    for (name, data) in files { try Self.write(data, to: "\(from)/\(name)") }
    for name in leftOver { try Self.remove(folder.appending(path: name)) }
    for (name, _) in files { try Self.move("\(from)/\(name)", to: "\(to)/\(name)") }
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
  private static func write(_ data: Data, to file: String) throws {
    observer()
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw failure }
    defer { close(descriptor) }
    try data.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
        guard count >= 0 || errno == EINTR else { throw failure }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(count, 0)))
      }
    }
    observer()
    guard fsync(descriptor) == 0 else { throw failure }
  }

  /// Why the last call failed.
  private static var failure: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }

  /// Moves a file in one step, over another if there is one.
  private static func move(_ file: String, to place: String) throws {
    observer()
    guard rename(file, place) == 0 else { throw failure }
  }
}
