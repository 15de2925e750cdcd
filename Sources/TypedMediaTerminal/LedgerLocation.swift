package import Foundation
package import TypedMedia

/// The place of the jobs of whoever runs the tool.
package enum LedgerLocation {
  /// The ledger's file: the one that is named, else the user's.
  ///
  /// The user's is in `$XDG_STATE_HOME/typed-media` where that is set; else in
  /// `~/Library/Application Support/typed-media` on macOS, in `~/.local/state/typed-media` elsewhere.
  package static func file(
    named path: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> URL {
    path.map { URL(filePath: $0) } ?? folder(environment).appending(path: "jobs.jsonl")
  }

  private static func folder(_ environment: [String: String]) -> URL {
    // By its specification, a path that is not absolute is to be ignored.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return URL(filePath: state, directoryHint: .isDirectory).appending(path: "typed-media")
    }
    #if os(macOS)
      return URL.applicationSupportDirectory.appending(path: "typed-media")
    #else
      let home = environment["HOME"].map { URL(filePath: $0, directoryHint: .isDirectory) }
      return (home ?? .homeDirectory).appending(path: ".local/state/typed-media")
    #endif
  }

  /// Reads a ledger without taking it from a process that writes to it: a copy of it.
  ///
  /// - Returns: What `read` reads; `nil` where there is no ledger.
  package static func reading<Value>(
    _ file: URL, _ read: (FileLedger) async throws -> Value
  ) async throws -> Value? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "typed-media-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "jobs.jsonl")
    try FileManager.default.copyItem(at: file.resolvingSymlinksInPath(), to: copy)
    return try await read(FileLedger(at: copy))
  }
}
