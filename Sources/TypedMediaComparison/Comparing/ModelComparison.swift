import TypedMediaGenerator
import TypedMediaSchema

/// Compares a model that was there before.
struct ModelComparison {
  let old: ModelSurface
  let new: ModelSurface

  private var name: String { new.source.name }

  var changes: [Change] { model + record + places + completeness }

  private var model: [Change] {
    var changes: [Change] = []
    let declarations = Change.Sides([old.declaration], [new.declaration])
    switch (old.blueprint.retirement, new.blueprint.retirement) {
    case (nil, let notice?):
      changes.append(
        Change(
          model: name, .modelRetired, wire: .init([], [notice.message]), swift: declarations))
    case (let notice?, nil):
      changes.append(
        Change(
          model: name, .modelReturned, wire: .init([notice.message], []), swift: declarations))
    default: break
    }
    if old.blueprint.type.name != new.blueprint.type.name {
      changes.append(
        Change(model: name, .swiftRenamed, wire: .init(), swift: declarations))
    }
    return changes
  }

  /// What the record says besides the schema.
  private var record: [Change] {
    let compared: Set = ["name", "input_schema", RetirementNotice.modelKeyword]
    let (before, after) = (old.source.record, new.source.record)
    let keys = before.keys + after.keys.filter { !before.contains($0) }
    let changed = keys.filter { !compared.contains($0) && before[$0] != after[$0] }
    guard !changed.isEmpty else { return [] }
    func lines(_ record: JSONObject) -> [String] {
      changed.compactMap { key in record[key].map { "\(key) \($0.text())" } }
    }
    return [
      Change(
        model: name, .recordChanged, wire: .init(lines(before), lines(after)), swift: .init())
    ]
  }

  private var places: [Change] {
    let before = Dictionary(old.places.map { ($0.path, $0) }) { first, _ in first }
    let after = Set(new.places.map(\.path))
    // What is in a place that came, went or became something else is not worth a word of its own.
    var settled: Set<[Place.Step]> = []
    func isSettled(_ path: [Place.Step]) -> Bool {
      path.indices.contains { settled.contains(Array(path[..<$0])) }
    }
    var changes: [Change] = []
    for place in new.places where !isSettled(place.path) {
      guard let earlier = before[place.path] else {
        settled.insert(place.path)
        changes += ArrivalComparison(model: name).changes(adding: place)
        continue
      }
      if SchemaComparison(old: earlier, new: place).isOtherType { settled.insert(place.path) }
      let conditions = ConditionComparison(
        old: Conditions(of: earlier.schema, in: old.source.schemaDocument),
        new: Conditions(of: place.schema, in: new.source.schemaDocument))
      changes +=
        PlaceComparison(model: name, old: earlier, new: place, conditions: conditions).changes
    }
    for place in old.places where !after.contains(place.path) && !isSettled(place.path) {
      settled.insert(place.path)
      changes += ArrivalComparison(model: name).changes(removing: place)
    }
    return changes
  }

  private var completeness: [Change] {
    guard !old.isComplete || !new.isComplete,
      old.source.schemaDocument != new.source.schemaDocument
    else { return [] }
    func text(_ model: ModelSurface) -> [String] {
      ["schema \(Fingerprint(model.source.schemaDocument.text()))"]
    }
    return [
      Change(model: name, .notCompared, wire: .init(text(old), text(new)), swift: .init())
    ]
  }
}
