import Foundation

/// The files of this machine that a request names, while it is written as JSON.
///
/// In that JSON, a file is an address that nobody can guess, until the file's own is known. What came as
/// JSON, from whoever sent it, can name no file: only the program that holds the value can.
final class LocalFiles: @unchecked Sendable {
  /// What collects the files of requests that are written in this task.
  @TaskLocal static var current: LocalFiles?

  private let lock = NSLock()
  private var placeholders: [URL: String] = [:]

  private init() {}

  /// Writes JSON in which addresses stand for the files of this machine.
  ///
  /// - Returns: What was written, and the files by those addresses.
  static func collecting<Written>(_ write: () -> Written) -> (Written, files: [String: URL]) {
    let files = LocalFiles()
    let written = $current.withValue(files, operation: write)
    return (written, Dictionary(files.placeholders.map { ($1, $0) }) { first, _ in first })
  }

  /// The address that stands for `file`.
  func placeholder(for file: URL) -> String {
    lock.withLock {
      if let known = placeholders[file] { return known }
      // Some schemas want the extension of what they take.
      let made = "https://\(UUID().uuidString.lowercased()).invalid/file.\(file.pathExtension)"
      placeholders[file] = made
      return made
    }
  }
}

extension URL {
  /// Tells whether it is a file of this machine, however that is spelled.
  var isLocalFile: Bool { isFileURL || scheme?.lowercased() == "file" }
}

extension JSON {
  /// The places of texts in it, with each of them.
  func forEachText(
    at path: JSONPointer = .root, _ body: (_ text: String, _ place: JSONPointer) throws -> Void
  ) rethrows {
    switch self {
    case .string(let text): try body(text, path)
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        try element.forEachText(at: path.appending(index), body)
      }
    case .object(let object):
      for (key, value) in object { try value.forEachText(at: path.appending(key), body) }
    case .null, .bool, .number: break
    }
  }

  /// The same with other texts in place of some.
  package func replacingTexts(_ others: [String: String]) -> JSON {
    switch self {
    case .string(let text): .string(others[text] ?? text)
    case .array(let elements): .array(elements.map { $0.replacingTexts(others) })
    case .object(let object):
      .object(
        object.reduce(into: JSONObject()) { $0[$1.key] = $1.value.replacingTexts(others) })
    case .null, .bool, .number: self
    }
  }
}
