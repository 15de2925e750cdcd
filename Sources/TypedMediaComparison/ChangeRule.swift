/// A kind of change, what it asks for, and why: the one table from which all advice comes.
///
/// Source that makes requests counts in full: where it stops compiling, or what it makes is refused,
/// the change is major. Source that takes requests apart (an exhaustive `switch`, a pattern, reading a
/// property) counts as minor, for a request is made far more often than it is read.
public enum ChangeRule: String, CaseIterable, Sendable {
  case modelAdded = "model-added"
  case modelGone = "model-gone"
  case modelRetired = "model-retired"
  case modelReturned = "model-returned"
  case recordChanged = "record-changed"

  case propertyAdded = "property-added"
  case requiredPropertyAdded = "required-property-added"
  case propertyGone = "property-gone"
  case becameRequired = "became-required"
  case becameOptional = "became-optional"
  case constantChanged = "constant-changed"

  case typeChanged = "type-changed"
  case typeNarrowed = "type-narrowed"
  case typeWidened = "type-widened"
  case becameNullable = "became-nullable"
  case noLongerNullable = "no-longer-nullable"
  case alternativeAdded = "alternative-added"
  case alternativeGone = "alternative-gone"

  case valueAdded = "value-added"
  case valueGone = "value-gone"
  case valueRetired = "value-retired"
  case retiredValueDropped = "retired-value-dropped"
  case valuesClosed = "values-closed"
  case valuesOpened = "values-opened"

  case checkTightened = "check-tightened"
  case checkLoosened = "check-loosened"
  case checkChanged = "check-changed"
  case defaultChanged = "default-changed"
  case defaultGone = "default-gone"
  case formatChanged = "format-changed"
  case deprecated
  case noLongerDeprecated = "no-longer-deprecated"
  case descriptionChanged = "description-changed"
  case annotationChanged = "annotation-changed"
  case limitTightened = "limit-tightened"
  case propertyRespelled = "property-respelled"
  case valueRespelled = "value-respelled"
  case schemaChanged = "schema-changed"
  case notCompared = "not-compared"

  case outputMemberAdded = "output-member-added"
  case outputMemberGone = "output-member-gone"
  case outputMayBeMissing = "output-may-be-missing"
  case outputTypeChanged = "output-type-changed"
  case outputValueAdded = "output-value-added"
  case outputChanged = "output-changed"

  case swiftRenamed = "swift-renamed"
  case swiftTypeChanged = "swift-type-changed"
  case swiftRequired = "swift-required"
  case swiftOptional = "swift-optional"
  case swiftCasesAdded = "swift-cases-added"
  case swiftCasesChanged = "swift-cases-changed"
  case swiftParametersReordered = "swift-parameters-reordered"
  case swiftTypeSplit = "swift-type-split"
  case swiftAccessNarrowed = "swift-access-narrowed"
  case swiftAccessWidened = "swift-access-widened"
  case swiftProtocolChanged = "swift-protocol-changed"
  case swiftCatalogRenamed = "swift-catalog-renamed"

  /// The advice that a change of this kind asks for, and why.
  public var verdict: (advice: Advice, reason: String) {
    switch self {
    case .modelAdded: (.minor, "There is one type more; source compiles as before.")
    case .modelGone: (.major, "Source that names the type no longer compiles.")
    case .modelRetired:
      (.minor, "Source that names the type compiles, with a warning that says what to use.")
    case .modelReturned: (.patch, "The type is no longer deprecated.")
    case .recordChanged: (.patch, "Only what is said of the model is different.")

    case .propertyAdded: (.minor, "It can be left out, so source compiles as before.")
    case .requiredPropertyAdded: (.major, "Source that makes a request has to give it.")
    case .propertyGone: (.major, "Source that names it no longer compiles.")
    case .becameRequired: (.major, "Source that leaves it out no longer compiles.")
    case .becameOptional: (.minor, "It may be left out; source that reads it finds an optional.")
    case .constantChanged: (.patch, "The request writes it itself; source is as before.")

    case .typeChanged: (.major, "What was sent before is refused.")
    case .typeNarrowed: (.major, "Some of what was sent before is refused.")
    case .typeWidened: (.minor, "What was sent before is still taken, and more.")
    case .becameNullable: (.minor, "It may be null besides.")
    case .noLongerNullable: (.major, "A null is refused.")
    case .alternativeAdded: (.minor, "It breaks an exhaustive `switch`, and nothing else.")
    case .alternativeGone: (.major, "Source that uses this alternative no longer compiles.")

    case .valueAdded: (.minor, "It breaks an exhaustive `switch`, and nothing else.")
    case .valueGone: (.major, "Source that names the value no longer compiles.")
    case .valueRetired:
      (.major, "Source that names the value no longer compiles, and is told what to use.")
    case .retiredValueDropped: (.patch, "It could not be used any more; its message is gone too.")
    case .valuesClosed: (.major, "Only the listed values are taken.")
    case .valuesOpened: (.minor, "Other values than the listed ones are taken too.")

    case .checkTightened: (.major, "`validate()` refuses some of what it let through.")
    case .checkLoosened: (.minor, "`validate()` lets through some of what it refused.")
    case .checkChanged:
      (.major, "It cannot be told whether `validate()` refuses more; it may.")
    case .defaultChanged: (.minor, "What is left out means something else; source compiles.")
    case .defaultGone: (.major, "Source that uses its name no longer compiles.")
    case .formatChanged: (.patch, "Formats say how a text is meant, and are not checked.")
    case .deprecated: (.minor, "Source that uses it compiles, with a warning.")
    case .noLongerDeprecated: (.patch, "Source that uses it compiles without a warning.")
    case .descriptionChanged: (.patch, "Only a doc comment or a label is different.")
    case .annotationChanged: (.patch, "No rule depends on this keyword.")
    case .limitTightened:
      (.minor, "The service refuses more than before, and nothing else checks it; source compiles.")
    case .propertyRespelled, .valueRespelled:
      (.patch, "The request writes it in the new spelling; source is as before.")
    case .schemaChanged:
      (.major, "The schema changed in a way that is not told apart; it may refuse more.")
    case .notCompared: (.major, "The schema is too large to be compared in full, and differs.")

    case .outputMemberAdded: (.minor, "There is more to read; what was read before is there still.")
    case .outputMemberGone: (.major, "Source that reads it in an answer finds nothing there.")
    case .outputMayBeMissing: (.major, "Source that counts on it in an answer has to do without.")
    case .outputTypeChanged:
      (.major, "Source that reads it in an answer finds what it does not expect.")
    case .outputValueAdded: (.minor, "An answer may have a value that source does not know yet.")
    case .outputChanged: (.patch, "What was read in an answer before is read as before.")

    case .swiftRenamed: (.major, "Source that uses the old name no longer compiles.")
    case .swiftTypeChanged:
      (.major, "Source that gives a value of the old type no longer compiles.")
    case .swiftRequired: (.major, "Source that leaves it out no longer compiles.")
    case .swiftOptional: (.minor, "Source that reads it finds an optional.")
    case .swiftCasesAdded:
      (.minor, "It breaks a `switch` or a pattern over the cases, and nothing else.")
    case .swiftCasesChanged: (.major, "Source that makes the old cases no longer compiles.")
    case .swiftParametersReordered:
      (.major, "Source that gives both of two parameters gives them in the wrong order.")
    case .swiftTypeSplit:
      (.minor, "Only source that hands a value of one model to another no longer compiles.")
    case .swiftAccessNarrowed: (.major, "Source in other modules no longer sees the types.")
    case .swiftAccessWidened: (.minor, "More source may use the types.")
    case .swiftProtocolChanged: (.major, "Source that uses the old protocol no longer compiles.")
    case .swiftCatalogRenamed: (.major, "Source that uses the list of models no longer compiles.")
    }
  }

  /// The advice that a change of this kind asks for.
  public var advice: Advice { verdict.advice }
  /// The reason why it asks for that, in one sentence.
  public var reason: String { verdict.reason }
}
