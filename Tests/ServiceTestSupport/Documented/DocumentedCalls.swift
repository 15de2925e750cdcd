import Foundation

/// The calls that a service documents, with the fields of each: facts, made from its documents.
///
/// As text, a call is a line, and each of its fields is an indented line below it, with the values that are
/// documented:
///
/// ```
/// GET models
///   query modality = audio | image | video
///   answer data[].id
/// ```
///
/// A field's path has `[]` for the elements of a list and `*` for the members of an object that may have any name.
package struct DocumentedCalls: Equatable, Sendable, CustomStringConvertible {
  /// One field of a call.
  package struct Field: Hashable, Comparable, Sendable {
    /// The part of the call that has it: `query`, `header`, `body`, `answer` or `answer-header`.
    package let way: String
    /// Its path, such as `data[].url`.
    package let path: String

    /// Whether it is a member or an element of another, or of one of its members.
    package func isWithin(_ other: Field) -> Bool {
      guard way == other.way, path.hasPrefix(other.path) else { return false }
      return [".", "["].contains(path.dropFirst(other.path.count).first)
    }

    package static func < (left: Field, right: Field) -> Bool {
      (left.way, left.path) < (right.way, right.path)
    }
  }

  /// The fields and their documented values, by the call.
  package private(set) var calls: [String: [Field: Set<String>]] = [:]

  package init() {}

  /// Adds a call, of which no field may be documented.
  package mutating func add(_ call: String) { calls[call] = calls[call] ?? [:] }

  /// Adds a field of a call, and values of it.
  package mutating func add(
    _ call: String, _ way: String, _ path: String, values: some Sequence<String> = []
  ) {
    calls[call, default: [:]][Field(way: way, path: path), default: []].formUnion(values)
  }

  /// Adds all that another list has.
  package mutating func merge(_ other: DocumentedCalls) {
    for (call, fields) in other.calls {
      add(call)
      for (field, values) in fields { add(call, field.way, field.path, values: values) }
    }
  }

  /// Puts the fields of calls whose path is one of a template's to that template's call, for a service that
  /// documents its models one by one beside `models/{model}`.
  package mutating func mergeTemplates() {
    for (call, fields) in calls where !call.contains("{") {
      let parts = call.split(separator: "/")
      let template = calls.keys.filter { $0.contains("{") }.first { name in
        let places = name.split(separator: "/")
        return places.count == parts.count
          && zip(places, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
      }
      guard let template, calls[template]?.keys.contains(where: { $0.way == "body" }) == true
      else { continue }
      for (field, values) in fields { add(template, field.way, field.path, values: values) }
      calls[call] = nil
    }
  }

  /// Every name and value in it.
  package var words: Set<String> { Documents.words(in: description) }

  /// What the names and values of the fields are made of: `webhook` and `url` of `webhook_url`.
  package var parts: Set<String> {
    let names = calls.values.flatMap { fields in
      fields.flatMap { field, values in values + [field.path] }
    }
    return Documents.parts(of: names.joined(separator: "\n"))
  }

  package var description: String {
    let names = calls.keys.sorted {
      let (left, right) = ($0.split(separator: " "), $1.split(separator: " "))
      return (left.last ?? "", left.first ?? "") < (right.last ?? "", right.first ?? "")
    }
    return names.map { name in
      let fields = (calls[name] ?? [:]).sorted { $0.key < $1.key }
      return
        ([name]
        + fields.map { field, values in
          let list = values.isEmpty ? "" : " = \(values.sorted().joined(separator: " | "))"
          return "  \(field.way) \(field.path)\(list)"
        }).joined(separator: "\n") + "\n"
    }.joined()
  }

  /// Reads what ``description`` writes; lines that begin with `#` are remarks.
  package init(parsing text: String) {
    var call = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard line.hasPrefix("  ") else {
        call = String(line)
        add(call)
        continue
      }
      let halves = line.split(separator: " = ", maxSplits: 1)
      let field = halves[0].split(separator: " ", maxSplits: 1).map(String.init)
      guard field.count == 2 else { continue }
      let values = halves.count < 2 ? [] : halves[1].components(separatedBy: " | ")
      add(call, field[0], field[1], values: values)
    }
  }
}
