import TypedMediaGenerator
import TypedMediaSchema

/// Compares what a model answers, as one who reads it sees it: what comes besides breaks nothing, and
/// what is missing, or of another type, does.
struct OutputComparison {
  let model: String
  let old: JSON?
  let new: JSON?

  var changes: [Change] {
    switch (old, new) {
    case _ where old == new: []
    case (nil, _): [change(.outputMemberAdded, after: ["output_schema"])]
    case (_, nil): [change(.outputMemberGone, before: ["output_schema"])]
    case (let old?, let new?):
      if let before = ModelSource.answering(old), let after = ModelSource.answering(new) {
        changes(from: before, to: after)
      } else {
        [rest(old, new)]
      }
    }
  }

  private func changes(from before: ModelSource, to after: ModelSource) -> [Change] {
    let documents = DocumentPair(before, after)
    let oldPlaces = SurfaceReader(before, as: nil).places
    let newPlaces = SurfaceReader(after, as: nil).places
    let byPath = Dictionary(oldPlaces.map { ($0.path, $0) }) { first, _ in first }
    let paths = Set(newPlaces.map(\.path))
    var settled: Set<[Place.Step]> = []
    func isSettled(_ path: [Place.Step]) -> Bool {
      path.indices.contains { settled.contains(Array(path[..<$0])) }
    }
    var changes: [Change] = []
    for place in newPlaces where !isSettled(place.path) {
      guard let earlier = byPath[place.path] else {
        settled.insert(place.path)
        guard case .property? = place.path.last else { continue }
        changes.append(change(.outputMemberAdded, at: place.path, after: [place.schema.kind]))
        continue
      }
      let pair = PlacePair(
        old: earlier, in: before, new: place, in: after, documents: documents)
      guard pair.mayDiffer else { continue }
      let found = self.changes(of: pair)
      if found.contains(where: { $0.rules == [.outputTypeChanged] }) { settled.insert(place.path) }
      changes += found
    }
    for place in oldPlaces where !paths.contains(place.path) && !isSettled(place.path) {
      settled.insert(place.path)
      guard case .property? = place.path.last else { continue }
      changes.append(change(.outputMemberGone, at: place.path, before: [place.schema.kind]))
    }
    let isSaid =
      !changes.isEmpty || before.schemaDocument.rules == after.schemaDocument.rules
    return isSaid ? changes : [rest(old ?? .null, new ?? .null)]
  }

  private func changes(of pair: PlacePair) -> [Change] {
    let (old, new) = (pair.old, pair.new)
    let path = new.path
    let (kinds, newKinds) = (pair.effectBefore.kinds, pair.effectAfter.kinds)
    let isUnion = old.schema.alternatives != nil || new.schema.alternatives != nil
    if isUnion ? !pair.isNarrowed : !newKinds.isSubset(of: kinds) {
      return [
        change(
          .outputTypeChanged, at: path, before: [old.schema.kind], after: [new.schema.kind])
      ]
    }
    var changes: [Change] = []
    let (was, becomes) = (old.presence, new.presence)
    if was != becomes {
      // Who has to do without it has to do so in one way or the other.
      let isWorse = was.isEmpty
      changes.append(
        change(
          isWorse ? .outputMayBeMissing : .outputChanged, at: path, before: was.sorted(),
          after: becomes.sorted()))
    }
    if let values = pair.effectBefore.values {
      let come = pair.effectAfter.values?.filter { !values.contains($0) }
      if come?.isEmpty != true {
        changes.append(
          change(.outputValueAdded, at: path, after: come?.map { $0.text() } ?? ["other values"]))
      }
    }
    guard changes.isEmpty else { return changes }
    let keywords = Set(old.schema.keywords.keys + new.schema.keywords.keys).subtracting(Self.inner)
    let members = keywords.sorted().map {
      ChangedMembers(old.schema[$0], new.schema[$0], at: $0)
    }
    let (before, after) = (members.flatMap(\.before), members.flatMap(\.after))
    return before.isEmpty && after.isEmpty
      ? [] : [change(.outputChanged, at: path, before: before, after: after)]
  }

  /// What is in these is a place of its own.
  private static let inner: Set<String> = [
    "$defs", "additionalProperties", "anyOf", "components", "definitions", "items", "oneOf",
    "prefixItems", "properties", "required",
  ]

  /// What is different in no place that there is.
  private func rest(_ old: JSON, _ new: JSON) -> Change {
    let members = ChangedMembers(old, new, at: "output_schema")
    return change(.outputChanged, before: members.before, after: members.after)
  }

  private func change(
    _ rule: ChangeRule, at path: [Place.Step] = [.property("output")], before: [String] = [],
    after: [String] = []
  ) -> Change {
    Change(
      model: model, place: path.spelling, rule,
      wire: .init(before, after), swift: .init())
  }
}

extension Place {
  /// In what ways it may be that nothing is there.
  fileprivate var presence: Set<String> {
    Set((isRequired ? [] : ["may be missing"]) + (schema.isNullable ? ["or null"] : []))
  }
}

extension ModelSource {
  /// A model that takes what another answers, as its only property; `nil` where that is no schema.
  fileprivate static func answering(_ output: JSON) -> ModelSource? {
    let output = output.readable
    var schema: JSONObject = [
      "type": "object", "required": ["output"], "properties": ["output": output],
    ]
    // References lead into the document as a whole.
    for key in ["$defs", "components", "definitions"] { schema[key] = output[key] }
    let record: JSON = ["name": "output", "input_schema": .object(schema)]
    return try? ModelSource(SourceFile(path: "", name: "", data: record.data()))
  }
}
