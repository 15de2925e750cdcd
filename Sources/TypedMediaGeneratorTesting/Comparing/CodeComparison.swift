/// How code differs from other code: the declarations first, then the files and their lines.
struct CodeComparison: CustomStringConvertible {
  /// The files, in the order of their paths, that are not the same in both.
  private let files: [(path: String, old: String?, new: String?)]

  /// Compares `old` with `new`.
  init(from old: GeneratedCode, to new: GeneratedCode) {
    files = Set(old.files.keys).union(new.files.keys).sorted().compactMap { path in
      let (old, new) = (old.files[path], new.files[path])
      return old == new ? nil : (path, old, new)
    }
  }

  /// Tells whether there is no difference.
  var isEmpty: Bool { files.isEmpty }

  /// The difference, in lines for people.
  var description: String {
    guard !isEmpty else { return "Nothing has changed." }
    let declarations = DeclarationComparison(
      from: files.flatMap { Declaration.all(in: $0.old ?? "", of: $0.path) },
      to: files.flatMap { Declaration.all(in: $0.new ?? "", of: $0.path) })
    let lines = declarations.lines
    let changed = lines.isEmpty ? ["No declaration has changed."] : ["Declarations:"] + lines
    let sections = [Self.excerpt(of: changed, to: 120)] + files.map(Self.section)
    return Self.excerpt(of: Array(sections.joined(separator: [""])), to: 400)
      .joined(separator: "\n")
  }

  private static func section(path: String, old: String?, new: String?) -> [String] {
    switch (old, new) {
    case (nil, let new?): ["+ \(path): new, \(size(of: new))"]
    case (let old?, nil): ["- \(path): no longer made, \(size(of: old))"]
    case (let old?, let new?):
      ["\(path):"]
        + excerpt(of: LineComparison(from: lines(of: old), to: lines(of: new)).lines, to: 80)
    case (nil, nil): []
    }
  }

  private static func lines(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.last == "" ? lines.dropLast() : lines
  }

  private static func size(of text: String) -> String {
    let count = lines(of: text).count
    return count == 1 ? "1 line" : "\(count) lines"
  }

  /// The first lines, and how many more there are.
  private static func excerpt(of lines: [String], to limit: Int) -> [String] {
    guard lines.count > limit else { return lines }
    return lines.prefix(limit) + ["… and \(lines.count - limit) lines more"]
  }
}
