public import TypedMediaSchema

extension SnapshotComparison {
  /// The changes for programs: what they ask for together (`null` when there is none), how many there
  /// are of each kind of advice, and each of them in full.
  public var json: JSON {
    let counts = Advice.allCases.map { advice in
      (advice.rawValue, JSON.number(JSONNumber(changes.count { $0.advice == advice })))
    }
    var countsByAdvice = JSONObject()
    for (advice, count) in counts { countsByAdvice[advice] = count }
    return [
      "advice": advice.map { .string($0.rawValue) } ?? .null,
      "counts": .object(countsByAdvice),
      "changes": .array(changes.map(\.json)),
    ]
  }
}

extension Change {
  fileprivate var json: JSON {
    [
      "id": .string(id),
      "module": module.map(JSON.string) ?? .null,
      "model": .string(model),
      "place": .string(place),
      "rules": .array(rules.map { .string($0.rawValue) }),
      "advice": .string(advice.rawValue),
      "reasons": .array(reasons.map(JSON.string)),
      "accepted": .bool(isAccepted),
      "wire": wire.json,
      "swift": swift.json,
    ]
  }
}

extension Change.Sides {
  fileprivate var json: JSON {
    [
      "before": .array(before.map(JSON.string)),
      "after": .array(after.map(JSON.string)),
    ]
  }
}
