import Foundation

/// The texts that a call carries and that must be shown nowhere: the service may repeat them.
struct Secrets: Sendable {
  private let texts: [String]

  init(_ texts: [String]) { self.texts = texts.filter { !$0.isEmpty } }

  /// The text with a word in place of each secret.
  func hidden(in text: String) -> String {
    texts.reduce(text) { $0.replacing($1, with: "(hidden)") }
  }

  /// The answer `json`, which was read from `data`, without the secrets.
  func hidden(in json: JSON, from data: Data) -> JSON {
    // Answers may be large, and hardly ever have one.
    guard texts.contains(where: { data.range(of: Data($0.utf8)) != nil }) else { return json }
    return hidden(in: json)
  }

  private func hidden(in json: JSON) -> JSON {
    switch json {
    case .string(let text): .string(hidden(in: text))
    case .array(let values): .array(values.map(hidden))
    case .object(let members):
      .object(
        members.reduce(into: JSONObject()) { object, member in
          object[hidden(in: member.key)] = hidden(in: member.value)
        })
    default: json
    }
  }
}
