/// A type, property or case that generated code declares.
///
/// It is read from the code's layout, in which a level is two spaces and what is declared begins a line.
/// Initializers and functions are left out: they follow from the rest.
struct Declaration: Hashable {
  /// The type that it is in, from the outermost; empty at the top of a file.
  var container: [String]
  /// Its name.
  var name: String
  /// The way that it reads, on a line of its own and without the modules of what it names.
  var text: String
  /// Tells whether it is a type.
  var isType: Bool

  /// The names that lead to it.
  var path: [String] { container + [name] }

  /// The declarations in a file, in their order; none where it is not Swift.
  static func all(in code: String, of path: String) -> [Declaration] {
    guard path.hasSuffix(".swift") else { return [] }
    var declarations: [Declaration] = []
    var open: [String] = []
    var notice = ""
    for line in code.split(separator: "\n") {
      let rest = line.drop { $0 == " " }
      let level = (line.count - rest.count) / 2
      if level < open.count { open.removeLast(open.count - level) }
      guard level == open.count, !rest.hasPrefix("//") else { continue }
      if rest.hasPrefix("@available(") {
        notice = rest.contains("unavailable") ? " (unavailable)" : " (deprecated)"
        continue
      }
      guard let words = Words(rest) else { continue }
      if words.isDeclaration {
        declarations.append(
          Declaration(
            container: open, name: words.name, text: words.text + notice, isType: words.isType))
      }
      notice = ""
      if words.opensType { open.append(words.name) }
    }
    return declarations
  }
}

/// A line that declares something, taken apart.
private struct Words {
  /// What is declared: `struct`, `case`.
  private let keyword: Substring
  let name: String
  let text: String
  let opensType: Bool

  var isType: Bool { ["struct", "enum", "typealias"].contains(keyword) }
  /// Tells whether it declares something to people; an extension is but where types are.
  var isDeclaration: Bool { keyword != "extension" && name != "snapshot" && name != "rawValue" }

  /// Takes a line apart; `nil` when it declares nothing.
  init?(_ line: Substring) {
    var rest = line
    var words = rest.split(separator: " ", maxSplits: 1)
    while let word = words.first, words.count == 2,
      Self.modifiers.contains(word) || word.hasPrefix("@")
    {
      rest = words[1]
      words = rest.split(separator: " ", maxSplits: 1)
    }
    guard let keyword = words.first, Self.keywords.contains(keyword), words.count == 2 else {
      return nil
    }
    self.keyword = keyword
    let named = words[1]
    name = String(named.prefix { !" :(={<,".contains($0) }).replacing("`", with: "")
    opensType = line.hasSuffix("{") && ["struct", "enum", "extension"].contains(keyword)
    var text = line
    // What follows the first protocol is the same for all types of a kind.
    if opensType, let comma = text.firstIndex(of: ",") { text = text[..<comma] }
    for ending in [" {", " = ["] where text.hasSuffix(ending) { text.removeLast(ending.count) }
    self.text = ["Swift.", "Foundation.", "TypedMedia."].reduce(String(text)) { text, module in
      text.replacing(module, with: "")
    }
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "nonisolated", "static", "indirect",
  ]
  private static let keywords: Set<Substring> = [
    "struct", "enum", "typealias", "extension", "case", "var", "let",
  ]
}
