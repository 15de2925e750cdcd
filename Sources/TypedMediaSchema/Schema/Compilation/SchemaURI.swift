/// A URI or a relative reference, split as RFC 3986 splits it.
struct SchemaURI: Hashable, Sendable {
  var scheme: String?
  var authority: String?
  var path: String
  var query: String?
  var fragment: String?

  init(_ text: String) {
    var rest = Substring(text)
    fragment = Self.cut(&rest, after: "#")
    query = Self.cut(&rest, after: "?")
    if let colon = rest.firstIndex(of: ":"), colon != rest.startIndex,
      !rest[..<colon].contains("/")
    {
      scheme = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = String(rest[..<end])
      rest = rest[end...]
    }
    path = String(rest)
  }

  private static func cut(_ text: inout Substring, after separator: Character) -> String? {
    guard let index = text.firstIndex(of: separator) else { return nil }
    defer { text = text[..<index] }
    return String(text[text.index(after: index)...])
  }

  /// The URI without its fragment.
  var absolute: String {
    var text = scheme.map { $0 + ":" } ?? ""
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    return text
  }

  /// What this reference means where `base` is the base.
  func resolved(against base: SchemaURI) -> SchemaURI {
    guard scheme == nil else { return self }
    var result = self
    result.scheme = base.scheme
    guard authority == nil else { return result }
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      result.query = query ?? base.query
    } else if !path.hasPrefix("/") {
      let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? ""
      result.path = (base.authority != nil && base.path.isEmpty ? "/" : folder) + path
    }
    result.path = Self.removeDots(result.path)
    return result
  }

  /// Takes the steps `.` and `..` out of a path.
  private static func removeDots(_ path: String) -> String {
    guard path.contains(".") else { return path }
    var steps: [Substring] = []
    let all = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in all.enumerated() {
      let isLast = index == all.count - 1
      switch step {
      case ".":
        if isLast { steps.append("") }
      case "..":
        if steps.count > 1 || (steps.count == 1 && steps[0] != "") { steps.removeLast() }
        if isLast { steps.append("") }
      default:
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
