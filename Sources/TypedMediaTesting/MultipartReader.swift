package import Foundation

/// Takes apart a form with files, as RFC 7578 writes it.
package struct MultipartReader {
  /// One entry of a form.
  package struct Part: Hashable, Sendable {
    package let name: String
    /// `nil` unless it is a file.
    package let fileName: String?
    package let contentType: String?
    package let data: Data

    package init(name: String, fileName: String?, contentType: String?, data: Data) {
      (self.name, self.fileName) = (name, fileName)
      (self.contentType, self.data) = (contentType, data)
    }
  }

  /// The entries by their names; `nil` when `body` is no such form.
  package static func parts(of body: Data, contentType: String?) -> [String: Part]? {
    guard let contentType, contentType.hasPrefix("multipart/form-data"),
      let boundary = parameter("boundary", in: contentType)
    else { return nil }
    var parts: [String: Part] = [:]
    for piece in pieces(of: body, between: Data("--\(boundary)".utf8)) {
      guard let part = part(piece) else { return nil }
      parts[part.name] = part
    }
    return parts
  }

  /// What is between two marks, up to the one that ends the form.
  private static func pieces(of body: Data, between mark: Data) -> [Data] {
    var pieces: [Data] = []
    var rest = body[...]
    var start: Data.Index?
    while let range = rest.range(of: mark) {
      if let start { pieces.append(body[start..<range.lowerBound]) }
      start = range.upperBound
      rest = rest[range.upperBound...]
    }
    return pieces
  }

  /// A piece has a line break before its head and after its content, and an empty line between them.
  private static func part(_ piece: Data) -> Part? {
    let lineBreak = Data("\r\n".utf8)
    guard piece.starts(with: lineBreak), piece.suffix(2) == lineBreak,
      let gap = piece.range(of: lineBreak + lineBreak)
    else { return nil }
    let head = String(decoding: piece[..<gap.lowerBound], as: UTF8.self)
    let fields = head.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    func field(_ name: String) -> String? {
      fields.first { $0.lowercased().hasPrefix("\(name):") }
        .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }
    guard let disposition = field("content-disposition"),
      let name = parameter("name", in: disposition)
    else { return nil }
    return Part(
      name: name, fileName: parameter("filename", in: disposition),
      contentType: field("content-type"), data: Data(piece[gap.upperBound...].dropLast(2)))
  }

  /// The parameter `name` of a header field, without quotation marks.
  private static func parameter(_ name: String, in field: String) -> String? {
    field.components(separatedBy: ";").dropFirst()
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .first { $0.hasPrefix("\(name)=") }
      .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: ["\""]) }
  }
}
