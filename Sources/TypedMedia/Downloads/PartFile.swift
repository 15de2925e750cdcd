import Foundation

/// A file in the making, beside its place and under a name that no other has.
struct PartFile {
  /// The size in bytes.
  private(set) var count: Int64 = 0
  /// The first of them, as many as it takes to tell what the file is.
  private(set) var head = Data()

  private let url: URL
  private let handle: FileHandle

  /// Creates the file, and its folder if need be.
  init(for destination: Destination) throws {
    let manager = FileManager.default
    try manager.createDirectory(at: destination.folder, withIntermediateDirectories: true)
    Self.removeLeftovers(of: destination)
    url = destination.folder.appending(
      path: ".\(destination.name).\(UUID().uuidString).part", directoryHint: .notDirectory)
    try Data().write(to: url, options: .withoutOverwriting)
    handle = try FileHandle(forWritingTo: url)
  }

  mutating func append(_ piece: Data) throws {
    try handle.write(contentsOf: piece)
    count += Int64(piece.count)
    head.append(piece.prefix(FileContent.headLength - head.count))
  }

  mutating func startOver() throws {
    try handle.truncate(atOffset: 0)
    count = 0
    head = Data()
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

  /// Removes what processes that were killed have left of the same file. One that lives has written
  /// something within the last day.
  private static func removeLeftovers(of destination: Destination) {
    let keys: Set<URLResourceKey> = [.isRegularFileKey, .contentModificationDateKey]
    let files = try? FileManager.default.contentsOfDirectory(
      at: destination.folder, includingPropertiesForKeys: Array(keys))
    for file in files ?? [] {
      let name = file.lastPathComponent
      guard name.hasPrefix(".\(destination.name)."), name.hasSuffix(".part"),
        UUID(uuidString: String(name.dropFirst(destination.name.count + 2).dropLast(5))) != nil,
        let values = try? file.resourceValues(forKeys: keys), values.isRegularFile == true,
        let date = values.contentModificationDate, date.timeIntervalSinceNow < -86_400
      else { continue }
      try? FileManager.default.removeItem(at: file)
    }
  }

  private static func systemError() -> any Error {
    CocoaError.error(
      .fileWriteUnknown,
      userInfo: [
        NSLocalizedDescriptionKey: String(cString: strerror(errno))
      ])
  }
}
