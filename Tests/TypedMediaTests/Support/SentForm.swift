import Foundation

/// A form as a server finds it in a body.
struct SentForm {
  struct Part: Equatable {
    var disposition: String
    var type: String?
    var content: Data
  }

  let parts: [Part]

  /// Takes `body` apart; `nil` when it is not what `contentType` says.
  init?(_ body: Data, contentType: String?) {
    let prefix = "multipart/form-data; boundary="
    guard let contentType, contentType.hasPrefix(prefix) else { return nil }
    let boundary = "--" + contentType.dropFirst(prefix.count)
    let separator = Data("\r\n\(boundary)".utf8)
    var rest = Data("\r\n".utf8) + body
    var parts: [Part] = []
    while let range = rest.range(of: separator) {
      if rest.startIndex != range.lowerBound {
        guard let part = Part(Data(rest[..<range.lowerBound])) else { return nil }
        parts.append(part)
      }
      rest = Data(rest[range.upperBound...])
    }
    guard rest == Data("--\r\n".utf8) else { return nil }
    self.parts = parts
  }
}

extension SentForm.Part {
  fileprivate init?(_ text: Data) {
    guard let end = text.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: text[..<end.lowerBound], as: UTF8.self)
    let lines = head.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    func value(_ name: String) -> String? {
      lines.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
    }
    guard let disposition = value("Content-Disposition"), lines.count <= 2 else { return nil }
    self.init(
      disposition: disposition, type: value("Content-Type"), content: Data(text[end.upperBound...]))
  }
}
