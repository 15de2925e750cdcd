/// The changes as people read them: what asks for most comes first, what happened for the same reason
/// stands together, and what is equal in many models is said once.
struct Report {
  let sections: [Section]

  /// The changes of one kind.
  struct Section {
    let advice: Advice
    let rules: [ChangeRule]
    var entries: [Entry] = []

    /// The names of the rules: `became-required, swift-required`.
    var names: String { rules.map(\.rawValue).joined(separator: ", ") }
    /// The reason why they ask for what they ask for.
    var reasons: [String] { entries.first?.changes.first?.reasons ?? [] }
  }

  /// A change, in one model or in many.
  struct Entry {
    var changes: [Change]

    var place: String { changes[0].place }
    var isAccepted: Bool { changes[0].isAccepted }
    var models: [String] { changes.map(\.subject) }

    /// What is different on the wire, one after the other where it is not the same in all models.
    var wire: Change.Sides { sides(\.wire) }
    /// What is different in Swift, one after the other where it is not the same in all models.
    var swift: Change.Sides { sides(\.swift) }

    private func sides(_ path: KeyPath<Change, Change.Sides>) -> Change.Sides {
      guard Report.arrivals.contains(changes[0].rules[0]) else { return changes[0][keyPath: path] }
      return Change.Sides(
        changes.flatMap { $0[keyPath: path].before }, changes.flatMap { $0[keyPath: path].after })
    }
  }

  init(_ changes: [Change]) {
    var sections: [Section] = []
    for advice in Advice.allCases.reversed() {
      var places: [[ChangeRule]: Int] = [:]
      var entries: [Key: Int] = [:]
      for change in changes where change.advice == advice {
        let section = places[change.rules] ?? sections.count
        if section == sections.count {
          sections.append(Section(advice: advice, rules: change.rules))
          places[change.rules] = section
        }
        let key = Key(change)
        if let entry = entries[key] {
          sections[section].entries[entry].changes.append(change)
        } else {
          entries[key] = sections[section].entries.count
          sections[section].entries.append(Entry(changes: [change]))
        }
      }
    }
    self.sections = sections
  }

  /// Changes that are worth no lines of their own in each model.
  private static let arrivals: Set<ChangeRule> = [.modelAdded, .modelGone]

  /// What has to be the same for two changes to be one entry.
  private struct Key: Hashable {
    let rules: [ChangeRule]
    let isAccepted: Bool
    let place: String
    let sides: [Change.Sides]

    init(_ change: Change) {
      (rules, isAccepted, place) = (change.rules, change.isAccepted, change.place)
      sides = Report.arrivals.contains(change.rules[0]) ? [] : [change.wire, change.swift]
    }
  }
}

extension Report {
  /// The number of lines that fit on a screen or two.
  static let mostLines = 100

  /// The lines of all sections: all of them, or as many as fit beside `others`, with a word of the rest.
  ///
  /// What asks for most is shown first: of each section a little, then more of each.
  ///
  /// - Parameters:
  ///   - heading: The lines before the first section that asks for something.
  ///   - render: The lines of a section of which this many entries are shown in full.
  func lines(
    isWhole: Bool, beside others: Int, heading: (Advice) -> [String] = { _ in [] },
    _ render: (Section, Int) -> [String]
  ) -> [String] {
    func text(_ counts: [Int]) -> [String] {
      var lines: [String] = []
      for (index, section) in sections.enumerated() {
        if index == 0 || sections[index - 1].advice != section.advice {
          lines += heading(section.advice)
        }
        lines += render(section, counts[index])
      }
      return lines
    }
    let all = text(sections.map(\.entries.count))
    let most = Self.mostLines - others
    guard !isWhole, all.count > most else { return all }
    // For the hint, and an empty line before it.
    let room = most - 2
    var counts = sections.map { _ in 0 }
    var length = text(counts).count
    var sizes = sections.indices.map { render(sections[$0], 0).count }
    for advice in Advice.allCases.reversed() {
      for level in [1, 2, 5, 10, 20, .max] {
        for (index, section) in sections.enumerated() where section.advice == advice {
          let count = min(level, section.entries.count)
          guard count > counts[index] else { continue }
          let size = render(section, count).count
          guard length - sizes[index] + size <= room else { continue }
          (length, sizes[index], counts[index]) = (length - sizes[index] + size, size, count)
        }
      }
    }
    let shown = text(counts)
    return (shown.count > room ? shown.prefix(room - 1) + ["…"] : shown) + ["", Self.hint]
  }

  private static let hint = "Some of it is left out; 'typed-media diff --all' shows all."

  /// The entries of `section` from `start` on, in a few words; `nil` where there are none.
  static func rest(of section: Section, from start: Int) -> String? {
    let changes = section.entries.dropFirst(start).flatMap(\.changes)
    guard !changes.isEmpty else { return nil }
    let models = changes.map(\.subject).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let noun = changes.count == 1 ? "change" : "changes"
    return "\(changes.count) \(noun)\(start == 0 ? "" : " more"), \(listed(models))"
  }

  /// The models in a few words: `in 37 models: aurora, dusk, night and 34 more`.
  static func listed(_ models: [String], isWhole: Bool = false) -> String {
    guard models.count > 1 else { return models.first ?? "" }
    let shown = isWhole ? models : Array(models.prefix(models.count == 4 ? 4 : 3))
    let more = models.count - shown.count
    return "in \(models.count) models: \(shown.joined(separator: ", "))"
      + (more == 0 ? "" : " and \(more) more")
  }
}

extension Change {
  /// The model, or what else the change is about.
  var subject: String {
    let subject = model.isEmpty ? "all models" : model
    return module.map { "\($0), \(subject)" } ?? subject
  }
}
