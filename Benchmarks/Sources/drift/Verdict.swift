import TypedMediaComparison
import Workbench

/// How a comparison stands to what is known.
struct Verdict {
  /// How many edits there were of each kind.
  private(set) var edits: [String: Int] = [:]
  /// What was edited and not told, by kind, in words.
  private(set) var missed: [String: [String]] = [:]
  /// What was told and not edited.
  private(set) var invented: [String: [String]] = [:]
  /// What was told as something else, which asks for something else.
  private(set) var wrong: [String: [String]] = [:]

  /// Whether all is told that was edited, and nothing else.
  var isRight: Bool { missed.isEmpty && invented.isEmpty && wrong.isEmpty }

  init(on comparison: SnapshotComparison, of set: ModelSet) {
    // What follows in Swift alone is read from the code itself, and is nothing to guess at.
    let changes = Dictionary(
      grouping: comparison.changes.filter { !$0.wire.isEmpty }, by: \.model)
    for (name, edit) in set.edits {
      edits[edit.name, default: 0] += 1
      judge(edit, by: changes[name] ?? [], of: name)
    }
    for (name, changes) in changes where set.edits[name] == nil {
      invented["no edit", default: []] += changes.map { "\(name): \(Self.text($0))" }
    }
  }

  private mutating func judge(_ edit: ModelSet.Made, by changes: [Change], of name: String) {
    var rest = changes
    for expected in edit.expected {
      let here = rest.filter { $0.place == expected.place }
      let right = here.first { change in
        change.rules.first.map { expected.rules.contains($0.rawValue) } == true
      }
      if let change = right ?? here.first {
        rest.removeAll { $0 == change }
        if right == nil {
          wrong[edit.name, default: []].append(
            "\(name): \(expected.rules.sorted()) is told as \(Self.text(change))")
        }
      } else {
        missed[edit.name, default: []].append(
          "\(name): \(expected.place) \(expected.rules.sorted())")
      }
    }
    if !rest.isEmpty {
      invented[edit.name, default: []] += rest.map { "\(name): \(Self.text($0))" }
    }
  }

  private static func text(_ change: Change) -> String {
    let rules = change.rules.map(\.rawValue).joined(separator: ", ")
    let sides =
      change.wire.before.map { "- \($0.prefix(90))" }.prefix(3)
      + change.wire.after.map { "+ \($0.prefix(90))" }.prefix(3)
    return "\(change.place) \(rules) \(sides.joined(separator: " "))"
  }

  /// What was wrong, a line for each, a few of each kind.
  var lines: [String] {
    [("missed", missed), ("false", invented), ("wrong", wrong)].flatMap { what, found in
      found.sorted { $0.key < $1.key }.flatMap { kind, texts in
        texts.sorted().prefix(4).map { "\(what), \(kind): \($0)" }
      }
    }
  }

  /// The kinds of edits, and what was told of them.
  var table: Table {
    var table = Table("edit", "made", "missed", "false", "wrong level")
    let kinds = Set(edits.keys).union(invented.keys).sorted()
    for kind in kinds {
      table.add(
        kind, "\(edits[kind] ?? 0)", "\(missed[kind]?.count ?? 0)", "\(invented[kind]?.count ?? 0)",
        "\(wrong[kind]?.count ?? 0)")
    }
    return table
  }
}
