import Foundation

/// A file in the making, beside its place and under a name that no other has.
struct PartFile {
  /// How many bytes it has.
  private(set) var count: Int64 = 0

  private let url: URL
  private let handle: FileHandle

  /// Creates the file, and its folder if need be.
  init(for destination: Destination) throws {
    let manager = FileManager.default
    try manager.createDirectory(at: destination.folder, withIntermediateDirectories: true)
    url = destination.folder.appending(
      path: ".\(destination.name).\(UUID().uuidString).part", directoryHint: .notDirectory)
    try Data().write(to: url, options: .withoutOverwriting)
    handle = try FileHandle(forWritingTo: url)
  }

  mutating func append(_ piece: Data) throws {
    try handle.write(contentsOf: piece)
    count += Int64(piece.count)
  }

  mutating func startOver() throws {
    try handle.truncate(atOffset: 0)
    count = 0
  }

  /// Gives the whole file its name, in one step: at no time is there half of one.
  func finish(as file: URL, for destination: Destination) throws {
    try handle.synchronize()
    try handle.close()
    if destination.isReplacing {
      guard rename(url.path, file.path) == 0 else { throw Self.systemError() }
    } else if link(url.path, file.path) == 0 {
      // Unlike a check beforehand, a link cannot replace a file that came in the meantime.
      discard()
    } else if errno == EEXIST {
      throw destination.collision(at: file)
    } else {
      // Not every file system has links.
      try FileManager.default.moveItem(at: url, to: file)
    }
  }

  func discard() {
    try? handle.close()
    try? FileManager.default.removeItem(at: url)
  }

  private static func systemError() -> any Error {
    CocoaError.error(
      .fileWriteUnknown,
      userInfo: [
        NSLocalizedDescriptionKey: String(cString: strerror(errno))
      ])
  }
}
