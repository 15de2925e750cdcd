package import Foundation

/// A file that came where a result was expected: what there is to judge it by.
package struct ReceivedFile {
  /// The file's first bytes; all of them, if there are fewer than ``FileContent/headLength``.
  package let head: Data
  /// The media type that the server states; `nil` when it states none.
  package let contentType: String?
  /// The extension in the address or the name that the server has for it; empty when it has none.
  package let fileExtension: String

  /// A file that is not such as was expected.
  package struct Mismatch: Error, Hashable {
    /// The kind of file that came: `an HTML page`.
    package let found: String
    /// Tells whether the file itself may come another time: a network that wants one to log in
    /// answers once with a page of its own.
    package let mayPass: Bool
  }

  /// Creates what there is to judge.
  package init(head: Data, contentType: String?, fileExtension: String = "") {
    self.head = head
    self.contentType = contentType
    self.fileExtension = fileExtension
  }

  /// The type that the file is to be saved as; `nil` when it has no extension that is known not to do
  /// harm.
  ///
  /// What the bytes say holds. What the server states, and then the address, decides between types that
  /// begin alike, and names bytes of no kind that is known: services invent formats.
  ///
  /// - Parameter kind: What it is expected to be; `nil` for anything that a service makes.
  /// - Throws: ``Mismatch``
  package func type(expecting kind: MediaKind?) throws -> MediaFileType? {
    switch FileContent(head: head) {
    case .file(let types):
      let fitting = kind.map { kind in types.filter { $0.kind == kind } } ?? types
      guard let likeliest = fitting.first else {
        throw Mismatch(found: types.first?.mediaType ?? "another file", mayPass: false)
      }
      return named.first(where: fitting.contains) ?? likeliest
    case .unknown: return named.first { !$0.isText }
    case .text: return try typeOfText(expecting: kind)
    case .json:
      // An error's body is JSON too: only the address can say that JSON is what was made.
      guard kind == nil, let type = MediaFileType(fileExtension: fileExtension),
        [.json, .gltf].contains(type)
      else { throw Mismatch(found: "a JSON document", mayPass: true) }
      return type
    case .markup(let name): throw Mismatch(found: name, mayPass: true)
    case .nothing: throw Mismatch(found: "an empty file", mayPass: true)
    }
  }

  /// The types that the server gives the file, the stated one before that of the address.
  private var named: [MediaFileType] {
    [MediaFileType(contentType: contentType), MediaFileType(fileExtension: fileExtension)]
      .compactMap { $0 }
  }

  /// Text is taken where it is what was promised: an error's message is text too.
  private func typeOfText(expecting kind: MediaKind?) throws -> MediaFileType? {
    let essence = contentType.map(MediaFileType.essence) ?? ""
    let isDocument = ["html", "xml", "json"].contains { essence.hasSuffix($0) }
    // What is long and looks like text may be a format that nobody knows.
    let isShort = head.count < FileContent.headLength
    let isPromisedMedia = named.contains { $0.kind != nil && !$0.isText }
    guard kind == nil, !isDocument, !(isShort && isPromisedMedia) else {
      throw Mismatch(found: "a text", mayPass: true)
    }
    // "text/plain" is said of any text.
    return named.first { $0.isText && $0 != .plainText } ?? named.first
  }
}
