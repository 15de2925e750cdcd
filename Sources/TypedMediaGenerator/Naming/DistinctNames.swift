/// Keeps names apart.
///
/// Of names that come out the same, one that is spelled so on the wire too stays, and each of the
/// others gets an ending that spells out its own spelling: none depends on the order in which they come.
struct DistinctNames {
  /// The names, each of them once, in the order in which they came.
  let names: [String]
  /// Which of them had to change.
  let changed: [Int]

  init(_ items: [(name: String, spelling: String)]) {
    let counts = Dictionary(items.map { ($0.name, 1) }, uniquingKeysWith: +)
    changed = items.indices.filter { index in
      counts[items[index].name, default: 1] > 1 && items[index].name != items[index].spelling
    }
    let ends = Set(changed)
    let ended = items.enumerated().map { index, item in
      ends.contains(index) ? "\(item.name)_\(Self.spelledOut(item.spelling))" : item.name
    }
    let endedCounts = Dictionary(ended.map { ($0, 1) }, uniquingKeysWith: +)
    names = ended.enumerated().map { index, name in
      // Two spellings that are spelled out alike have to be made for it.
      ends.contains(index) && endedCounts[name, default: 1] > 1
        ? "\(name)_\(Fingerprint(items[index].spelling).short)" : name
    }
  }

  /// A spelling in letters, digits, underscores, and words for all else.
  private static func spelledOut(_ spelling: String) -> String {
    var text = ""
    for scalar in spelling.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_":
        text.unicodeScalars.append(scalar)
      default:
        let word = words[scalar] ?? "u\(String(scalar.value, radix: 16))"
        text += (text.isEmpty || text.hasSuffix("_") ? "" : "_") + word + "_"
      }
    }
    return text.hasSuffix("_") && !spelling.hasSuffix("_") ? String(text.dropLast()) : text
  }

  private static let words: [Unicode.Scalar: String] = [
    " ": "space", "-": "dash", ".": "point", ",": "comma", "/": "slash", ":": "colon", "+": "plus",
    "&": "and", "(": "open", ")": "close", "'": "apostrophe", "\"": "quote",
  ]
}
