import Foundation
import TypedMediaGenerator
public import TypedMediaSchema

/// Keeps what a service has no longer in its snapshots for a while, so that source that uses it is told
/// what became of it.
///
/// A model that is gone keeps its snapshot, with `"x-retired": {"since": "2026-11-21"}`: its type is
/// deprecated. A value that is gone is listed beside the `enum` that had it, as
/// `"x-retired-values": [{"value": "720p", "since": "2026-11-21"}]`: its name is unavailable. To both a
/// person may add `replacement`, what to use instead as the service spells it, and `message`, a
/// sentence of their own; updates keep them.
///
/// What is gone stays for ``daysKept`` days, counted from `since`. What comes back is no longer gone.
///
/// A model that the service lists, and whose record says that it has ended, has been marked: its snapshot
/// stays for as long as it is listed. The day of the first update that had the mark is kept as `marked`, and
/// the days are counted from that: `since` is the vendor's, and may be long ago.
public struct SnapshotRetirement: Sendable {
  /// For how many days something that is gone is kept: long enough for a release or two.
  public static let daysKept = 90

  /// The day of the update: `2026-11-21`.
  public let day: String

  /// Creates the retirement of an update.
  ///
  /// - Parameter day: The day of the update, as ISO 8601 writes it: `2026-11-21`.
  public init(day: String) { self.day = day }

  /// The snapshot to keep of a model.
  ///
  /// - Parameters:
  ///   - old: The snapshot of before; `nil` when there was none.
  ///   - new: The snapshot of now; `nil` when the service has the model no longer.
  /// - Returns: The new snapshot with what is gone from it, or the old one, retired; `nil` when the
  ///   model has been gone for long enough.
  public func retiring(old: JSON?, new: JSON?) -> JSON? {
    guard let new = new.map({ dated($0, as: old) }) else { return old.flatMap(retired) }
    // Nothing can be gone from a model that is as it was, or was not there.
    guard let old, old != new || old.hasMember(Retirement.valuesKeyword) else { return new }
    guard let before = Self.model(old), let after = Self.model(new) else { return new }
    let places = Dictionary(
      SurfaceReader(before, as: nil).places.map { ($0.path, $0) }
    ) { first, _ in first }
    var lists: [JSONPointer: [JSON]] = [:]
    for place in SurfaceReader(after, as: nil).places {
      guard let earlier = places[place.path] else { continue }
      // Two places may refer to one definition.
      for entry in entries(from: earlier, to: place) {
        let known = lists[place.schema.place, default: []]
        if !known.contains(where: { $0["value"] == entry["value"] }) {
          lists[place.schema.place] = known + [entry]
        }
      }
    }
    return lists.reduce(new) { snapshot, list in
      let pointer = after.documentPointer.tokens + list.key.tokens
      return snapshot.setting(
        .array(list.value), at: pointer + [Retirement.valuesKeyword][...])
    }
  }

  /// The snapshot with the day on which it was first marked, where it is.
  private func dated(_ snapshot: JSON, as old: JSON?) -> JSON {
    guard var object = snapshot.object, var notice = object[Retirement.modelKeyword]?.object,
      notice["marked"] == nil
    else { return snapshot }
    notice["marked"] = old?[Retirement.modelKeyword]?["marked"] ?? .string(day)
    object[Retirement.modelKeyword] = .object(notice)
    return .object(object)
  }

  private func retired(_ snapshot: JSON) -> JSON? {
    guard var object = snapshot.object else { return nil }
    if let notice = object[Retirement.modelKeyword] {
      return isOver(since: notice["marked"] ?? notice["since"]) ? nil : snapshot
    }
    object[Retirement.modelKeyword] = ["since": .string(day)]
    return .object(object)
  }

  /// The values that are gone from a place: those that were before, and those that go now.
  private func entries(from old: Place, to new: Place) -> [JSON] {
    guard let before = old.values, let after = new.values else { return [] }
    let listed = old.schema[Retirement.valuesKeyword]?.array ?? []
    let kept = listed.filter { entry in
      entry["value"].map { !after.contains($0) } == true && !isOver(since: entry["since"])
    }
    let gone = before.filter { !after.contains($0) }
    return kept + gone.map { ["value": $0, "since": .string(day)] }
  }

  /// Tells whether something has been kept for long enough. What has no day that can be read is
  /// kept.
  private func isOver(since: JSON?) -> Bool {
    guard let start = since?.string.flatMap(Self.date), let end = Self.date(day) else {
      return false
    }
    return end.timeIntervalSince(start) > Double(Self.daysKept) * 86_400
  }

  private static func date(_ text: String) -> Date? {
    try? Date(text, strategy: .iso8601.year().month().day())
  }

  private static func model(_ snapshot: JSON) -> ModelSource? {
    try? ModelSource(SourceFile(path: "", name: "", data: snapshot.data()))
  }
}

extension JSON {
  /// Whether there is a member `key` anywhere in it.
  fileprivate func hasMember(_ key: String) -> Bool {
    switch self {
    case .object(let object): object.contains(key) || object.contains { $0.value.hasMember(key) }
    case .array(let elements): elements.contains { $0.hasMember(key) }
    default: false
    }
  }

  /// The value with `value` at a path, all of which is there but for its last step.
  fileprivate func setting(_ value: JSON, at path: ArraySlice<String>) -> JSON {
    guard let key = path.first else { return value }
    let rest = path.dropFirst()
    switch self {
    case .object(var object):
      guard rest.isEmpty || object[key] != nil else { return self }
      object[key] = (object[key] ?? .null).setting(value, at: rest)
      return .object(object)
    case .array(var elements):
      guard let index = Int(key), elements.indices.contains(index) else { return self }
      elements[index] = elements[index].setting(value, at: rest)
      return .array(elements)
    default: return self
    }
  }
}
