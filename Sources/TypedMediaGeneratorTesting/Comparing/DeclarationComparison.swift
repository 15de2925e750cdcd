/// Which declarations came, went and changed, by the type that they are in.
struct DeclarationComparison {
  /// What there is to say, in lines: types that came or went, then those whose members did.
  let lines: [String]

  /// Compares `old` with `new`.
  init(from old: [Declaration], to new: [Declaration]) {
    let went = Self.remainder(of: old, without: new)
    let came = Self.remainder(of: new, without: old)
    let changed = went.keys.filter { came[$0] != nil }
    let gone = Set(
      went.values.flatMap(\.self).filter { $0.isType && came[$0.path] == nil }.map(\.path))
    let added = Set(
      came.values.flatMap(\.self).filter { $0.isType && went[$0.path] == nil }.map(\.path))

    var members: [[String]: [String]] = [:]
    func add(_ line: String, of declaration: Declaration) {
      members[declaration.container, default: []].append(line)
    }
    for declaration in old where went[declaration.path]?.contains(declaration) == true {
      guard !declaration.isInside(gone), !changed.contains(declaration.path) else { continue }
      add("- \(declaration.text)\(Self.size(of: declaration, among: old))", of: declaration)
    }
    var told: Set<[String]> = []
    for declaration in new where came[declaration.path]?.contains(declaration) == true {
      guard !declaration.isInside(added) else { continue }
      guard let before = went[declaration.path] else {
        add("+ \(declaration.text)\(Self.size(of: declaration, among: new))", of: declaration)
        continue
      }
      guard told.insert(declaration.path).inserted else { continue }
      let after = came[declaration.path] ?? []
      let texts = [before, after].map { $0.map(\.text).joined(separator: ", ") }
      add("~ \(texts[0])  →  \(texts[1])", of: declaration)
    }
    lines = members.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { type, lines in
      type.isEmpty
        ? lines.map { "  \($0)" }
        : ["  \(type.joined(separator: ".")):"] + lines.map { "    \($0)" }
    }
  }

  /// What of `declarations` is not in `others`, by where it is.
  private static func remainder(
    of declarations: [Declaration], without others: [Declaration]
  ) -> [[String]: [Declaration]] {
    let others = Set(others)
    return Dictionary(grouping: declarations.filter { !others.contains($0) }, by: \.path)
  }

  /// The number of declarations that a type has; nothing for what is none.
  private static func size(of declaration: Declaration, among all: [Declaration]) -> String {
    guard declaration.isType else { return "" }
    let count = all.count { $0.container.starts(with: declaration.path) }
    return count == 0 ? "" : ", with \(count) declaration\(count == 1 ? "" : "s")"
  }
}

extension Declaration {
  /// Tells whether it is in one of `types`, however deep.
  fileprivate func isInside(_ types: Set<[String]>) -> Bool {
    container.indices.contains { types.contains(Array(container[...$0])) }
  }
}
