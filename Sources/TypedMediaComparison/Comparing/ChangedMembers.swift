import TypedMediaSchema

/// What is different between two values, however long they are: the members that changed, each with the
/// way to it.
struct ChangedMembers {
  private(set) var before: [String] = []
  private(set) var after: [String] = []

  init(_ old: JSON?, _ new: JSON?, at path: String) { compare(old, new, at: path) }

  private mutating func compare(_ old: JSON?, _ new: JSON?, at path: String) {
    switch (old, new) {
    case _ where old == new: return
    case (.object(let old)?, .object(let new)?):
      for key in old.keys + new.keys.filter({ old[$0] == nil }) {
        compare(old[key], new[key], at: "\(path).\(key)")
      }
    case (.array(let old)?, .array(let new)?) where old.count == new.count:
      for index in old.indices { compare(old[index], new[index], at: "\(path)[\(index)]") }
    case (.array(let old)?, .array(let new)?):
      let (gone, come) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
      guard !gone.isEmpty || !come.isEmpty else {
        before.append("\(path) \(JSON.array(old).text())")
        after.append("\(path) \(JSON.array(new).text())")
        return
      }
      if !gone.isEmpty { before.append("\(path)[] \(gone.listed)") }
      if !come.isEmpty { after.append("\(path)[] \(come.listed)") }
    default:
      if let old { before.append("\(path) \(old.text())") }
      if let new { after.append("\(path) \(new.text())") }
    }
  }
}
