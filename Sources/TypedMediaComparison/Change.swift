import TypedMediaGenerator

/// One change of a model, as it is on the wire and as it is in Swift source.
public struct Change: Hashable, Sendable {
  /// Something before and after the change, in lines; one that was not there has none.
  public struct Sides: Hashable, Sendable {
    /// The value before.
    public let before: [String]
    /// The value after.
    public let after: [String]

    /// Tells whether nothing is different.
    public var isEmpty: Bool { before.isEmpty && after.isEmpty }

    init(_ before: [String] = [], _ after: [String] = []) {
      (self.before, self.after) = (before.map(\.printable), after.map(\.printable))
    }
  }

  /// The module that the model's type is in; `nil` where only snapshots are compared.
  public internal(set) var module: String?
  /// The model's name, as it is sent; empty for what concerns the whole module.
  public let model: String
  /// The place in a request, such as `references[].url`; empty for the model as a whole.
  public let place: String
  /// The kinds of change that it is. The first is what happened, others follow from it.
  public let rules: [ChangeRule]
  /// The differences in JSON; empty when nothing is.
  public let wire: Sides
  /// The differences in Swift; empty when nothing is.
  public let swift: Sides
  /// Tells whether it is among the changes that were accepted.
  public internal(set) var isAccepted = false

  init(model: String, place: String = "", _ rules: ChangeRule..., wire: Sides, swift: Sides) {
    (self.model, self.place) = (model.printable, place.printable)
    (self.rules, self.wire, self.swift) = (rules, wire, swift)
  }

  /// The advice that the change asks for.
  public var advice: Advice { rules.map(\.advice).max() ?? .patch }

  /// The reasons why it asks for that, a sentence for each kind of change.
  public var reasons: [String] {
    let advice = advice
    return rules.filter { $0.advice == advice }.map(\.reason).reduce(into: []) { reasons, reason in
      if !reasons.contains(reason) { reasons.append(reason) }
    }
  }

  /// The text that the change is known by, on one line: `veo-3.1 duration value-gone 8c4f1e02`.
  ///
  /// It is the same in every comparison in which this changes in this way. The number at its end is
  /// made of what changed, so that another change of the same kind in the same place is another one.
  public var id: String {
    let sides = wire.isEmpty ? swift : wire
    let text = (sides.before + ["→"] + sides.after).joined(separator: "\n")
    let number = Fingerprint(text).description.suffix(8)
    return [module.map { "\($0):" }, model, place, rules.first?.rawValue, String(number)]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  /// The text on one line, without what would move a terminal's cursor: names come from services.
  var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
          default: scalar
          }
        }))
  }
}
