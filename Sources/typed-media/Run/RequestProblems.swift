package import Foundation
package import TypedMedia
import TypedMediaSchema
import TypedMediaTerminal
import TypedMediaUpdating

/// The problems that keep a request from being sent, for people: what is wrong, what is allowed,
/// and what may have been meant.
package struct RequestProblems {
  /// A line for each; empty where nothing is wrong.
  package let lines: [String]

  /// The most that are named: a person mends what is named first.
  private static let limit = 20

  /// Checks a request.
  ///
  /// - Parameter files: The files of this machine, by the addresses that stand for them.
  package init(_ request: RawRequest, naming files: [String: URL] = [:]) {
    let snapshot = request.snapshot
    let body = JSON.object(request.body)
    let fields = snapshot.fields
    var lines: [String] = []
    let unknown =
      request.model.inputSchema.map {
        UnknownMembers(in: body, of: SchemaView(document: $0), named: request.model.name).found
      } ?? []
    for (place, message) in unknown {
      let siblings = Self.members(around: place, in: fields).map(\.wireName)
      lines.append(
        message + NearSpelling.advice(for: place.tokens.last ?? "", among: siblings))
    }
    for violation in snapshot.violations(in: body) + snapshot.violations(in: body, naming: files) {
      lines.append(violation.message + Self.advice(on: violation, in: body, fields))
    }
    let rest = lines.count - Self.limit
    self.lines =
      lines.prefix(Self.limit).map(\.printable) + (rest > 0 ? ["and \(rest) more"] : [])
  }

  /// What may have been meant in place of a value, or of the name of a member, that is not allowed.
  private static func advice(
    on violation: SchemaViolation, in body: JSON, _ fields: [RequestField]
  ) -> String {
    let place = violation.instancePath
    if let text = body[place]?.string, let field = field(at: place.tokens, in: fields) {
      return NearSpelling.advice(for: text, among: field.allValues.compactMap(\.string))
    }
    let names = members(around: place, in: fields).map(\.wireName)
    guard let name = place.tokens.last, Int(name) == nil, !names.contains(name) else { return "" }
    return NearSpelling.advice(for: name, among: names)
  }

  private static func members(
    around place: JSONPointer, in fields: [RequestField]
  ) -> [RequestField] {
    let outer = place.tokens.dropLast()
    return outer.isEmpty ? fields : field(at: Array(outer), in: fields)?.members ?? []
  }

  private static func field(at tokens: [String], in fields: [RequestField]) -> RequestField? {
    tokens.isEmpty ? nil : FieldPath(tokens: tokens, in: fields).field
  }
}
