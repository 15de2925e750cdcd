import TypedMediaSchema

/// Swift source.
///
/// Only what this module spells out itself becomes source as it is. A text from outside (a schema's
/// words, a file's name, a setting) comes in by one of the labelled interpolations, each of which makes it
/// harmless for one kind of place; without a label it does not compile.
///
/// ```swift
/// printer.line("case \(name: value.name) = \(literal: text)")
/// ```
struct Code: ExpressibleByStringInterpolation, Hashable, Sendable {
  /// The source.
  private(set) var text: String

  init(stringLiteral literal: StaticString) { text = literal.description }

  init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

  /// Tells whether there is nothing in it.
  var isEmpty: Bool { text.isEmpty }

  static func + (first: Code, second: Code) -> Code { "\(first)\(second)" }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

    mutating func appendInterpolation(_ code: Code) { text += code.text }

    mutating func appendInterpolation(_ number: Int) { text += String(number) }

    mutating func appendInterpolation(_ number: Double) { text += "\(number)" }

    mutating func appendInterpolation(_ value: Bool) { text += value ? "true" : "false" }

    /// A name where it is declared or stands by itself: in back-quotes where Swift asks for them.
    mutating func appendInterpolation(name: String) {
      text += Reserved.escaped(Identifier.harmless(name))
    }

    /// A name after a point, or as the label of an argument.
    mutating func appendInterpolation(label: String) {
      let name = Identifier.harmless(label)
      text += Reserved.isEscapedAsLabel(name) ? "`\(name)`" : name
    }

    /// A type that is declared by generated code or by a module that is named in front of it; one of those
    /// that schemas' own types become is written with its module.
    mutating func appendInterpolation(type: String) {
      if let module = QualifiedName.module(of: type) {
        text += "\(module).\(type)"
      } else if type.utf8.contains(UInt8(ascii: ".")) {
        text += type.split(separator: ".").map { Identifier.harmless(String($0)) }
          .joined(separator: ".")
      } else {
        appendInterpolation(name: type)
      }
    }

    /// A text, as a literal in quotes.
    mutating func appendInterpolation(literal: String) { text += Escaped.literal(literal) }

    /// A text without a line break, as a line of a literal of several.
    mutating func appendInterpolation(line: String) { text += Escaped.inside(line) }

    /// JSON without a line break, as a raw literal: as readable as it is.
    mutating func appendInterpolation(json: String) { text += Escaped.raw(json: json) }

    /// A number of JSON, which is one in Swift too.
    mutating func appendInterpolation(number: JSONNumber) { text += number.text }

    /// A part of a comment's line.
    mutating func appendInterpolation(comment: String) { text += Escaped.visible(comment) }
  }
}

extension [Code] {
  /// The parts, with `separator` between them.
  func joined(separator: Code) -> Code {
    guard var all = first else { return "" }
    for part in dropFirst() { all = "\(all)\(separator)\(part)" }
    return all
  }
}

/// The types that generated code has from elsewhere.
///
/// It names them with their module, for a target may have a `JSON` or a `String` of its own.
enum QualifiedName {
  /// The module of a type; `nil` for one that is declared by generated code, or named with its module.
  static func module(of type: String) -> String? { modules[type] }

  private static let modules = [
    "Bool": "Swift", "Double": "Swift", "Int": "Swift", "String": "Swift", "UInt64": "Swift",
    "Date": "Foundation", "Decimal": "Foundation", "URL": "Foundation", "UUID": "Foundation",
    "GenerationRequest": "TypedMedia", "JSON": "TypedMedia", "ModelOutput": "TypedMedia",
  ]
}
