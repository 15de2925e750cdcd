import TypedMediaSchema

/// The place where the rules of two schemas differ, as they are written.
struct SchemaDifferences {
  /// The innermost places that differ.
  private(set) var places: [JSONPointer] = []
  private(set) var before: [String] = []
  private(set) var after: [String] = []

  init(_ old: JSON, _ new: JSON) { compare(old, new, at: .root) }

  private mutating func compare(_ old: JSON?, _ new: JSON?, at place: JSONPointer) {
    switch (old, new) {
    case _ where old == new: return
    case (.object(let old)?, .object(let new)?):
      for key in old.keys + new.keys.filter({ old[$0] == nil }) {
        compare(old[key], new[key], at: place.appending(key))
      }
    case (.array(let old)?, .array(let new)?) where old.count == new.count:
      for index in old.indices { compare(old[index], new[index], at: place.appending(index)) }
    default:
      places.append(place)
      if let old { before.append("at \(place): \(old.text())") }
      if let new { after.append("at \(place): \(new.text())") }
    }
  }
}
