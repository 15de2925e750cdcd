import TypedMedia
import TypedMediaGenerator
import Workbench

/// What has become of the bodies, counted for each construct.
struct Tally {
  /// The counts of one construct, or of all.
  fileprivate struct Row {
    var schemas = 0
    var valid = 0
    var refused = 0
    var documented = 0
    var warned = 0
    var broken = 0
    var taken = 0
    var changed = 0
    var withoutValue = 0
  }

  fileprivate var rows: [(name: String, row: Row)] = []
  private var indices: [String: Int] = [:]
  private var total = Row()

  /// Whether nothing is left that the documentation does not say.
  var isClean: Bool {
    total.refused == 0 && total.taken == 0 && total.changed == 0 && total.withoutValue == 0
  }

  /// Counts what has become of the bodies of a schema.
  ///
  /// - Parameters:
  ///   - outcomes: What has become of each; `nil` where there is no type for the schema.
  ///   - warnings: What the generator has said of the schema.
  mutating func add(
    _ construct: Construct, _ outcomes: [ConstructPackage.Outcome]?, warnings: [Diagnostic]
  ) {
    let index = indices[construct.construct, default: rows.count]
    if index == rows.count {
      indices[construct.construct] = index
      rows.append((construct.construct, Row()))
    }
    var counts = Row()
    counts.schemas = 1
    // That a place takes any JSON refuses nothing.
    let isWarned = warnings.contains { !$0.message.contains("JSON in Swift") }
    let outcomes = outcomes ?? construct.bodies.map { _ in .refused("there is no type") }
    for ((verdict, body), outcome) in zip(construct.bodies, outcomes) {
      if verdict == .broken { counts.broken += 1 } else { counts.valid += 1 }
      switch (verdict, outcome) {
      case (.broken, .taken), (.broken, .changed):
        counts.taken += 1
        print("\(construct.name) takes \(body.text()), which is not valid")
      case (_, .taken), (.broken, .refused): break
      case (.valid, .refused(let problem)):
        if isWarned {
          counts.warned += 1
        } else {
          counts.refused += 1
          print("\(construct.name) refuses \(body.text()): \(problem)")
        }
      case (_, .refused): counts.documented += 1
      case (_, .changed(let problem)):
        counts.changed += 1
        print("\(construct.name) changes \(body.text()): \(problem)")
      }
    }
    let valid = zip(construct.bodies, outcomes).filter { $0.0.verdict == .valid }
    if !valid.isEmpty, !isWarned, !valid.contains(where: { $0.1 == .taken }) {
      counts.withoutValue = 1
      print("\(construct.name) has no value")
    }
    rows[index].row += counts
    total += counts
  }

  /// The counts of each construct, and of all together.
  var table: Table {
    var table = Table(
      "construct", "schemas", "valid bodies", "refused", "as documented", "warned of",
      "broken bodies", "taken", "changed", "without a value")
    for (name, row) in rows + [("all", total)] {
      table.add(
        name, "\(row.schemas)", "\(row.valid)", "\(row.refused)", "\(row.documented)",
        "\(row.warned)", "\(row.broken)", "\(row.taken)", "\(row.changed)", "\(row.withoutValue)")
    }
    return table
  }
}

extension Tally.Row {
  fileprivate static func += (sum: inout Self, other: Self) {
    sum.schemas += other.schemas
    sum.valid += other.valid
    sum.refused += other.refused
    sum.documented += other.documented
    sum.warned += other.warned
    sum.broken += other.broken
    sum.taken += other.taken
    sum.changed += other.changed
    sum.withoutValue += other.withoutValue
  }
}
