import TypedMediaGenerator
import TypedMediaSchema

/// A place before and after, with all that the schemas say of it together.
struct PlacePair {
  let old: Place
  let new: Place
  let before: Conjunction
  let after: Conjunction
  /// Tells whether anything can be different but how it is declared.
  let mayDiffer: Bool
  private let documents: DocumentPair
  private let effects: (before: Effect, after: Effect)?

  init(
    old: Place, in oldModel: ModelSource, new: Place, in newModel: ModelSource,
    documents: DocumentPair
  ) {
    // Most places are the same, and need not be looked at more closely.
    let isSame = documents.areSame(old, new)
    let before = isSame ? Conjunction([], in: [:]) : oldModel.conjunction(of: old)
    self.init(
      old: old, new: new, before: before,
      after: isSame || !documents.differ ? before : newModel.conjunction(of: new),
      documents: documents, isSame: isSame)
  }

  init(
    old: Place, new: Place, before: Conjunction, after: Conjunction, documents: DocumentPair,
    isSame: Bool = false
  ) {
    (self.old, self.new, self.before, self.after) = (old, new, before, after)
    self.documents = documents
    mayDiffer =
      documents.differ && !isSame
      && !(old.isSaid(asIn: new) && before.isSame(as: after)
        && (documents.haveSameDefinitions || before.leadsToTheSame(as: after)))
    // Of most places nobody asks.
    effects = mayDiffer ? (Effect(of: before), Effect(of: after)) : nil
  }

  /// What the schemas of before say together.
  var effectBefore: Effect { effects?.before ?? Effect(of: before) }
  /// What the schemas of now say together.
  var effectAfter: Effect { effects?.after ?? Effect(of: before) }

  /// Tells whether all that was taken is taken still, `null` aside.
  var isWidened: Bool { isContained(before, in: after) }
  /// Tells whether all that is taken was taken before, `null` aside.
  var isNarrowed: Bool { isContained(after, in: before) }
  /// Tells whether nothing that was taken is taken still, `null` aside.
  var isReplaced: Bool {
    var containment = Containment(haveSameDefinitions: documents.haveSameDefinitions)
    return containment.areDisjoint(before, after)
  }

  func isContained(_ inner: Conjunction, in outer: Conjunction) -> Bool {
    var containment = Containment(haveSameDefinitions: documents.haveSameDefinitions)
    return containment.isContainedBesidesNull(inner, in: outer)
  }

  /// Tells whether no value fits two of the alternatives.
  func haveDisjointBranches(_ all: Conjunction) -> Bool {
    let branches = all.branches ?? []
    var containment = Containment(haveSameDefinitions: documents.haveSameDefinitions)
    return branches.indices.allSatisfy { index in
      branches[(index + 1)...].allSatisfy { containment.areDisjoint(branches[index], $0) }
    }
  }

  /// What a difference is that no rule tells apart; `nil` where all is taken that was taken, and
  /// nothing else.
  var judgement: ChangeRule? {
    switch (isWidened, isNarrowed) {
    case (true, true): nil
    case (true, false): .checkLoosened
    case (false, true): .checkTightened
    case (false, false): .schemaChanged
    }
  }
}

extension Place {
  /// Tells whether the schema says the same of it, in the same words.
  fileprivate func isSaid(asIn other: Place) -> Bool {
    isRequired == other.isRequired && schema.isNullable == other.schema.isNullable
      && schema.keywords == other.schema.keywords
  }
}

extension ModelSource {
  /// All that the model's schemas say of a place.
  func conjunction(of place: Place) -> Conjunction {
    let view = place.schema
    guard !view.keywords.isEmpty else { return Conjunction([], in: schemaDocument) }
    let all = Conjunction(schemaDocument, at: schemaPointer, descending: view.pointer)
    // One of several types is written where all of them are.
    if case .alternative? = place.path.last, !view.types.isEmpty { return all.only(view.types) }
    return all
  }
}
