import TypedMediaGenerator
import TypedMediaSchema

/// Compares a model that was there before.
struct ModelComparison {
  let old: ModelSurface
  let new: ModelSurface

  private let documents: DocumentPair

  init(old: TranslatedModel, new: TranslatedModel) {
    documents = DocumentPair(old.source, new.source)
    let same = documents.unchangedMembers(
      from: old.blueprint.type, requiring: Set(old.source.schema.required),
      to: new.blueprint.type, requiring: Set(new.source.schema.required))
    self.old = ModelSurface(old.source, as: old.blueprint, besides: same)
    self.new = ModelSurface(new.source, as: new.blueprint, besides: same)
  }

  private var name: String { new.source.name }

  var changes: [Change] {
    let places = places
    return model + record + places + unexplained(by: places) + completeness + output
  }

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
    let compared: Set = ["name", "input_schema", Self.outputKey, Retirement.modelKeyword]
    let (before, after) = (old.source.record, new.source.record)
    let keys = before.keys + after.keys.filter { !before.contains($0) }
    let changed = keys.filter { !compared.contains($0) && before[$0] != after[$0] }
    guard !changed.isEmpty else { return [] }
    let members = changed.map { ChangedMembers(before[$0], after[$0], at: $0) }
    return [
      Change(
        model: name, .recordChanged,
        wire: .init(members.flatMap(\.before), members.flatMap(\.after)), swift: .init())
    ]
  }

  private static let outputKey = "output_schema"

  private var output: [Change] {
    OutputComparison(
      model: name, old: old.source.record[Self.outputKey], new: new.source.record[Self.outputKey]
    ).changes
  }

  private var places: [Change] {
    let before = Dictionary(old.places.map { ($0.path, $0) }) { first, _ in first }
    let after = Dictionary(new.places.map { ($0.path, $0) }) { first, _ in first }
    let arrival = ArrivalComparison(model: name)
    // What is in a place that came, went or became something else is not worth a word of its own.
    var settled: Set<[Place.Step]> = []
    func isSettled(_ path: [Place.Step]) -> Bool {
      !settled.isEmpty && path.indices.contains { settled.contains(Array(path[..<$0])) }
    }
    var changes: [Change] = []
    var regrouped = RegroupedMembers(model: name)
    var respelled: Set<[Place.Step]> = []
    for place in new.places where !isSettled(place.path) {
      guard let earlier = before[place.path] else {
        settled.insert(place.path)
        if let twin = twin(of: place, after) {
          respelled.insert(twin.path)
          changes += arrival.changes(respelling: twin, as: place)
        } else if isTaken(place, of: new, by: old, before) {
          changes += arrival.changes(rewriting: place, isNew: true)
        } else {
          changes += arrival.changes(adding: place)
        }
        continue
      }
      let pair = PlacePair(
        old: earlier, in: old.source, new: place, in: new.source, documents: documents)
      if SchemaComparison(pair: pair).isOtherType { settled.insert(place.path) }
      let found = PlaceComparison(model: name, pair: pair).changes
      changes += found.filter { change in
        !isOutweighed(change, of: earlier, place, before, after)
          && !regrouped.take(change, from: earlier, to: place)
      }
    }
    for place in old.places where after[place.path] == nil && !isSettled(place.path) {
      settled.insert(place.path)
      guard !respelled.contains(place.path) else { continue }
      changes +=
        isTaken(place, of: old, by: new, after)
        ? arrival.changes(rewriting: place, isNew: false) : arrival.changes(removing: place)
    }
    return changes + regrouped.changes
  }

  /// The member that is gone, and that was in the same object what `place` is now under another name.
  private func twin(of place: Place, _ after: [[Place.Step]: Place]) -> Place? {
    guard case .property? = place.path.last, place.declaration != nil else { return nil }
    return old.places.first { earlier in
      guard case .property? = earlier.path.last, after[earlier.path] == nil,
        earlier.path.dropLast() == place.path.dropLast(),
        earlier.declaration == place.declaration, earlier.isRequired == place.isRequired
      else { return false }
      let pair = PlacePair(
        old: earlier, in: old.source, new: place, in: new.source, documents: documents)
      return pair.judgement == nil && earlier.type?.undocumented == place.type?.undocumented
    }
  }

  /// Tells whether an alternative is taken by the alternatives of the other side together.
  private func isTaken(
    _ place: Place, of model: ModelSurface, by other: ModelSurface, _ places: [[Place.Step]: Place]
  ) -> Bool {
    guard case .alternative? = place.path.last, let union = places[Array(place.path.dropLast())]
    else { return false }
    return PlacePair(
      old: place, in: model.source, new: union, in: other.source, documents: documents
    ).isWidened
  }

  /// Tells whether a check of one alternative is stricter, or less strict, and another takes the
  /// same as before.
  private func isOutweighed(
    _ change: Change, of earlier: Place, _ place: Place, _ before: [[Place.Step]: Place],
    _ after: [[Place.Step]: Place]
  ) -> Bool {
    guard change.swift.isEmpty else { return false }
    switch change.rules[0] {
    case .checkTightened, .checkChanged, .schemaChanged:
      return isTaken(earlier, of: old, by: new, after)
    case .checkLoosened: return isTaken(place, of: new, by: old, before)
    default: return false
    }
  }

  /// A difference of the schemas that no place tells of, wherever it is.
  private func unexplained(by changes: [Change]) -> [Change] {
    let (before, after) = (old.source.schemaDocument, new.source.schemaDocument)
    guard documents.differ, !changes.contains(where: { !$0.wire.isEmpty && !$0.rules[0].isOfWords })
    else { return [] }
    // Without the prose most of it is equal, which is soon seen.
    let (rules, newRules) = (before.rules, after.rules)
    let differences = SchemaDifferences(rules, newRules)
    guard !differences.places.isEmpty, let place = old.places.first, let newPlace = new.places.first
    else { return [] }
    let pair = PlacePair(
      old: place, new: newPlace,
      before: Conjunction(rules, at: old.source.schemaPointer, descending: .root),
      after: Conjunction(newRules, at: new.source.schemaPointer, descending: .root),
      documents: documents)
    guard let rule = pair.judgement else { return [] }
    return [
      Change(
        model: name, rule, wire: .init(differences.before, differences.after), swift: .init())
    ]
  }

  private var completeness: [Change] {
    guard documents.differ, !old.isComplete || !new.isComplete else { return [] }
    func text(_ model: ModelSurface) -> [String] {
      ["schema \(Fingerprint(model.source.schemaDocument.text()))"]
    }
    return [
      Change(model: name, .notCompared, wire: .init(text(old), text(new)), swift: .init())
    ]
  }
}
