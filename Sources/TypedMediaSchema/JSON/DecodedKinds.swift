/// The kinds of the values in what was decoded, which those in the next value of the same type have too.
///
/// They say what a decoder is asked for first, and nothing of what is taken. They are of decoders of one type.
package struct DecodedKinds: Sendable {
  /// A kind that a decoder can be asked for.
  enum Kind: CaseIterable {
    case string, boolean, integer, number, object, array
  }

  /// The kind of the whole.
  var root: Kind?

  /// The kinds of the members, on all levels.
  private var members: [String: Kind] = [:]

  /// The kinds of the elements in the lists that are members.
  private var elements: [String: Kind] = [:]

  /// Whether the decoder has a `Decimal` for what is no object: then it has one for every number.
  private(set) var hasDecimals = false

  /// Whether a value was of another kind than was known.
  package private(set) var isNew = false

  /// How many names are kept: a sender may not fill the memory with some of its own.
  private static let largestCount = 500

  package init() {}

  /// The kind that a member had; `nil` where none is known.
  func kind(of name: String) -> Kind? { members[name] }

  /// Notes the kind that a member has.
  mutating func note(_ kind: Kind, of name: String) {
    guard members.count < Self.largestCount || members[name] != nil else { return }
    members[name] = kind
    isNew = true
  }

  /// The kind that the elements of a list had; `nil` where none is known.
  func elementKind(of name: String) -> Kind? { elements[name] }

  /// Notes the kind that the elements of a list have.
  mutating func note(_ kind: Kind, ofElementsOf name: String) {
    guard elements.count < Self.largestCount || elements[name] != nil else { return }
    elements[name] = kind
    isNew = true
  }

  /// Notes that the decoder has a `Decimal` for a number.
  mutating func noteDecimals() {
    hasDecimals = true
    isNew = true
  }

  /// Notes the kind of the whole.
  mutating func note(root kind: Kind) {
    root = kind
    isNew = true
  }

  /// The same, as what is known.
  package var known: DecodedKinds {
    var known = self
    known.isNew = false
    return known
  }
}
