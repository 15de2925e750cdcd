import Foundation

/// A folder of the repository that has code as it was generated once.
struct Recording {
  let folder: URL

  /// Tells whether this run shall record: the environment has a `RECORD`.
  static var isAskedFor: Bool {
    ProcessInfo.processInfo.environment["RECORD"].map { !$0.isEmpty } ?? false
  }

  /// Reads what was recorded: the generated files, and those that are called like one of `names`.
  ///
  /// - Returns: `nil` when there is no such folder.
  func code(besides names: some Collection<String>) throws -> GeneratedCode? {
    guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
    let listed = FileManager.default.enumerator(atPath: folder.path)
    let paths = listed?.compactMap { $0 as? String } ?? []
    var files: [String: String] = [:]
    for path in paths where names.contains(path) || mayBeRecorded(path) {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      if names.contains(path) || path == GeneratedCode.warnings || GeneratedCode.isGenerated(text) {
        files[path] = text
      }
    }
    return GeneratedCode(files: files)
  }

  private func mayBeRecorded(_ path: String) -> Bool {
    path.hasSuffix(".swift") || path == GeneratedCode.warnings
  }

  /// Writes `code`, and removes what was recorded and is no longer made.
  ///
  /// - Throws: ``ExpectationFailure`` when a file is in the way that was not generated: it may be
  ///   somebody's work.
  func record(_ code: GeneratedCode) throws {
    let old = try self.code(besides: code.files.keys)?.files ?? [:]
    for path in code.files.keys.sorted() where path != GeneratedCode.warnings {
      if let text = old[path], !GeneratedCode.isGenerated(text) {
        throw ExpectationFailure(
          """
          \(folder.appending(path: path).path) was not generated, and is not overwritten; move it, or \
          record to another folder.
          """)
      }
    }
    for path in old.keys where code.files[path] == nil {
      try FileManager.default.removeItem(at: folder.appending(path: path))
    }
    for (path, text) in code.files where old[path] != text {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}
