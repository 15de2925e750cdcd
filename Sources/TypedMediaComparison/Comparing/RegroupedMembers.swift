/// Members that are declared in the cases of one property on one side alone: for source that is one
/// change of the object that they are in.
struct RegroupedMembers {
  let model: String
  private var taken: [[Place.Step]: [Change]] = [:]

  init(model: String) { self.model = model }

  /// Takes a change that is one of several alike in the same object.
  ///
  /// - Returns: Whether it is none of its own.
  mutating func take(_ change: Change, from old: Place, to new: Place) -> Bool {
    guard change.rules == [.swiftTypeChanged], change.wire.isEmpty,
      old.isDeclaredInCases != new.isDeclaredInCases, !new.path.isEmpty
    else { return false }
    taken[Array(new.path.dropLast()), default: []].append(change)
    return true
  }

  /// The changes: one for each object, or for its member where that is only one.
  var changes: [Change] {
    taken.sorted { $0.key.spelling < $1.key.spelling }.map { path, changes in
      guard changes.count > 1 else { return changes[0] }
      func lines(_ side: (Change) -> [String]) -> [String] {
        changes.flatMap(side).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      }
      return Change(
        model: model, place: path.spelling, .swiftTypeChanged, wire: .init(),
        swift: .init(lines(\.swift.before), lines(\.swift.after)))
    }
  }
}

extension Place {
  fileprivate var isDeclaredInCases: Bool {
    if case .cases? = declaration { true } else { false }
  }
}
