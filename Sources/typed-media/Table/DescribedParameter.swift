import TypedMedia
import TypedMediaSchema

/// A parameter as it is described to people, in Markdown.
struct DescribedParameter {
  /// The name in Swift, below those of what it is in: `modelSettings.generateAudio`.
  let name: String
  /// The same as it is sent.
  let wireName: String
  private let field: RequestField

  /// Those of `fields`, and below each object its members. What always has the same value is none.
  ///
  /// - Parameter flattened: Fields whose members stand in their place.
  static func all(
    _ fields: [RequestField], flattening flattened: Set<String> = [], in names: [String] = [],
    sentIn wireNames: [String] = []
  ) -> [DescribedParameter] {
    fields.filter { !$0.isConstant }.flatMap { field in
      let isFlattened = flattened.contains(field.wireName)
      let names = names + (isFlattened ? [] : [field.name])
      let wireNames = wireNames + [field.wireName]
      let parameter = DescribedParameter(
        name: names.joined(separator: "."), wireName: wireNames.joined(separator: "."), field: field
      )
      let hasMembers = field.kind == .object && !field.isExclusive
      return (isFlattened ? [] : [parameter])
        + (hasMembers ? all(field.fields, in: names, sentIn: wireNames) : [])
    }
  }

  /// What it can be.
  var values: String { Self.values(of: field) }
  /// What the service takes where nothing is sent; empty where it does not say.
  var defaultValue: String { field.defaultValue.map(Self.code) ?? "" }
  /// What else there is to know.
  var notes: String {
    [
      field.isRequired ? "required" : nil,
      field.affectsCost == true ? "affects the cost" : nil,
      field.isDeprecated ? "deprecated" : nil,
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private static func values(of field: RequestField) -> String {
    switch field.kind {
    case .choice: field.values.map(code).joined(separator: ", ")
    case .text:
      "text" + bounds(field.length, of: "characters")
        + (field.pattern.map { ", `\($0)`" } ?? "")
    case .url: "URL"
    case .date: "date"
    case .uuid: "UUID"
    case .boolean: "`true`, `false`"
    case .integer: "whole number" + range(of: field)
    case .number: "number" + range(of: field)
    case .list:
      "list" + bounds(field.count, of: "elements")
        + (field.element.map { ": \(values(of: $0))" } ?? "")
    case .object where field.isExclusive:
      "one of " + field.fields.map { "`\($0.wireName)`" }.joined(separator: ", ")
    case .object: "object"
    case .alternatives: field.alternatives.map(values).joined(separator: ", or ")
    case .json: "any JSON"
    }
  }

  private static func range(of field: RequestField) -> String {
    let low = field.range.minimum.map { (field.excludesMinimum ? "above " : "from ") + $0.text }
    let high = field.range.maximum.map { (field.excludesMaximum ? "below " : "to ") + $0.text }
    let step = field.step.map { "in steps of \($0.text)" }
    let facts = [low, high, step].compactMap { $0 }
    return (field.unit.map { " of \($0)" } ?? "")
      + (facts.isEmpty ? "" : ", \(facts.joined(separator: " "))")
  }

  private static func bounds(_ bounds: RequestField.Bounds<Int>, of unit: String) -> String {
    switch (bounds.minimum.flatMap { $0 > 0 ? $0 : nil }, bounds.maximum) {
    case (nil, nil): ""
    case (let low?, nil): ", at least \(low) \(unit)"
    case (nil, let high?): ", at most \(high) \(unit)"
    case (let low?, let high?): ", \(low) to \(high) \(unit)"
    }
  }

  private static func code(_ value: JSON) -> String { "`\(value.string ?? value.text())`" }
}

extension RequestField {
  /// Tells whether there is nothing to choose: it is sent by itself.
  fileprivate var isConstant: Bool { isRequired && !isNullable && values.count == 1 }
}
