public import Foundation

/// The files of this machine that a request names, while it is written as JSON.
///
/// In that JSON, a file is an address or an ID that nobody can guess, until the file's own is known. What came
/// as JSON, from whoever sent it, can name no file: only the program that holds the value can.
final class LocalFiles: @unchecked Sendable {
  /// What collects the files of requests that are written in this task.
  @TaskLocal static var current: LocalFiles?

  private let lock = NSLock()
  private var placeholders: [Mention: String] = [:]

  /// A file, and what stands for it.
  private struct Mention: Hashable {
    let file: URL
    let form: JSON.FileReferenceForm
  }

  private init() {}

  /// Writes JSON in which addresses and IDs stand for the files of this machine.
  ///
  /// - Returns: What was written, and the files by what stands for them.
  static func collecting<Written>(_ write: () -> Written) -> (Written, files: [String: URL]) {
    let files = LocalFiles()
    let written = $current.withValue(files, operation: write)
    return (written, Dictionary(files.placeholders.map { ($1, $0.file) }) { first, _ in first })
  }

  /// What stands for `file`.
  func placeholder(for file: URL, as form: JSON.FileReferenceForm = .address) -> String {
    let mention = Mention(file: file, form: form)
    return lock.withLock {
      if let known = placeholders[mention] { return known }
      let made = form.placeholder(for: file)
      placeholders[mention] = made
      return made
    }
  }
}

extension JSON {
  /// What a service calls a file that it was handed.
  public enum FileReferenceForm: Hashable, Sendable {
    /// An address.
    case address
    /// A UUID.
    case uuid
    /// The file itself, as Base64.
    case data

    /// Makes up a reference to `file` that nobody can guess, in the form that a schema takes.
    package func placeholder(for file: URL) -> String {
      let id = UUID().uuidString.lowercased()
      switch self {
      // Some schemas want the extension of what they take.
      case .address: return "https://\(id).invalid/file.\(file.pathExtension)"
      case .uuid: return id
      case .data: return Data(id.utf8).base64EncodedString()
      }
    }
  }

  /// Refers to a file of this machine in a request, where the service takes a reference to a file that it was
  /// handed, or the file itself: for types of your own that a request has, beside `URL`, which does the same
  /// for addresses.
  ///
  /// The file is handed over when the request is submitted, by ``UploadingService``; what the service calls it
  /// then is in its place. Elsewhere, as when the request is printed, it is the file's address.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - form: What the service calls files.
  /// - Returns: What stands for the file, or its address.
  public static func reference(to file: URL, as form: FileReferenceForm) -> JSON {
    .string(LocalFiles.current?.placeholder(for: file, as: form) ?? file.absoluteString)
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
