/// Which members of a group are ways to give the same thing.
extension PropertyGroups {
  /// The members that stand for each other, where they are not all that there is: with one in the place
  /// of the other, what is allowed stays the same, and they are never there together.
  static func alternatives(
    among members: [String], in allowed: Set<Set<String>>
  ) -> [[String]] {
    func areAlike(_ first: String, _ second: String) -> Bool {
      allowed.allSatisfy { present in
        switch (present.contains(first), present.contains(second)) {
        case (true, true): false
        case (true, false): allowed.contains(present.subtracting([first]).union([second]))
        case (false, true): allowed.contains(present.subtracting([second]).union([first]))
        case (false, false): true
        }
      }
    }
    var classes: [[String]] = []
    // What is never there stands for nothing.
    for member in members where allowed.contains(where: { $0.contains(member) }) {
      if let index = classes.firstIndex(where: { areAlike($0[0], member) }) {
        classes[index].append(member)
      } else {
        classes.append([member])
      }
    }
    return classes.count > 1 ? classes.filter { $0.count > 1 } : []
  }
}
