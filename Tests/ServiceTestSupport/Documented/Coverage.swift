import Foundation
package import TypedMedia

/// A page of documented fields, held against the lists of what is documented, and against the code.
package struct Coverage {
  private let rows: [CoverageRow]
  private let documented: DocumentedCalls
  private let code: SwiftDeclarations
  private let words: Set<String>
  /// The documented calls, with the parts of their paths without names.
  private let unnamedCalls: [String: String]

  /// - Parameters:
  ///   - core: The service's core, whose documentation has the page.
  ///   - tests: The target that has the lists, in its folder `Documented`.
  ///   - schemas: Schemas of snapshots, which have values that are in no source by themselves.
  package init(of core: String, in tests: String, schemas: [JSON?] = []) throws {
    rows = try CoverageRow.everything(of: core)
    var documented = DocumentedCalls()
    for list in try Self.lists(of: tests) { documented.merge(list) }
    self.documented = documented
    unnamedCalls = Self.unnamed(documented)
    code = try SwiftDeclarations(ofTargets: [core, "TypedMedia"])
    words = schemas.reduce(into: code.words) { $0.formUnion(Self.values(in: $1)) }
  }

  private static func values(in schema: JSON?) -> [String] {
    switch schema {
    case .array(let elements): return elements.flatMap { values(in: $0) }
    case .object(let object):
      // A value that an update found gone was documented, and still has a name that says so.
      let retired = (object["x-retired-values"]?.array ?? []).compactMap { $0["value"] }
      let own = (object["enum"]?.array ?? []) + [object["const"]].compactMap { $0 } + retired
      return own.compactMap { $0.string ?? $0.int.map(String.init) }
        + object.flatMap { values(in: $0.value) }
    default: return []
    }
  }

  package init(rows: [CoverageRow], documented: DocumentedCalls, code: SwiftDeclarations) {
    self.rows = rows
    self.documented = documented
    unnamedCalls = Self.unnamed(documented)
    self.code = code
    words = code.words
  }

  /// The lists of a service: what is made of its machine-readable document, what was read by hand, and what was
  /// read on pages of which no copy is kept.
  static func lists(of tests: String) throws -> [DocumentedCalls] {
    try ["calls.txt", "calls-from-prose.txt", "calls-from-pages.txt"].map {
      tests + "/Documented/" + $0
    }
    .map { Documents.repository.appending(path: "Tests/\($0)") }
    .filter { FileManager.default.fileExists(atPath: $0.path) }
    .map { DocumentedCalls(parsing: try String(contentsOf: $0, encoding: .utf8)) }
  }

  /// What is wrong, in words; nothing where each documented call, field and value has a row, each row is about
  /// something that is documented, and what the rows name is there.
  package var problems: [String] {
    var problems: [String] = []
    var covered: [String: Cover] = [:]
    let rows = self.rows.map { ($0, calls: calls(named: $0.call)) }
    let own = fieldsOfTheirOwn(rows)
    for (row, calls) in rows {
      let isForTheRest = row.path.hasSuffix("*") && row.value == nil
      var isAboutSomething = false
      for call in calls {
        if row.way == "call" {
          isAboutSomething = true
          covered[call, default: Cover()].call = true
          if case .reason = row.place { covered[call, default: Cover()].everything = true }
          continue
        }
        for (field, values) in documented.calls[call] ?? [:]
        where field.way == row.way && Self.covers(row.path, field.path)
          && !(isForTheRest && own[call]?.contains(field) == true)
        {
          if let value = row.value {
            let meant = values.filter { value == "*" || value == $0 }
            isAboutSomething = isAboutSomething || !meant.isEmpty
            covered[call, default: Cover()].values[field, default: []].formUnion(meant)
            continue
          }
          isAboutSomething = true
          covered[call, default: Cover()].fields.insert(field)
          if case .reason = row.place { covered[call, default: Cover()].reasons.insert(field) }
          if case .same = row.place { covered[call, default: Cover()].reasons.insert(field) }
          if let problem = problem(of: row, field) { problems.append("\(row): \(problem)") }
        }
      }
      if !isAboutSomething { problems.append("\(row): no document has this.") }
      if case .swift(let names) = row.place {
        for name in names where name.first?.isUppercase == true && !code.contain(name) {
          problems.append("\(row): there is no \(name).")
        }
      }
    }
    for (call, fields) in documented.calls {
      let cover = covered[call] ?? Cover()
      if cover.everything { continue }
      if !cover.call { problems.append("\(call): the call has no row.") }
      for (field, values) in fields {
        // What has documented members is there with them.
        let hasMembers = fields.keys.contains { $0.isWithin(field) }
        // A row for a list stands for its elements, and one for an object for its members of any name.
        let isElement = cover.fields.contains {
          $0.way == field.way && [$0.path + "[]", $0.path + ".*"].contains(field.path)
        }
        if !cover.fields.contains(field), !hasMembers, !isElement {
          problems.append("\(call) \(field.way) \(field.path): has no row.")
        }
        guard !cover.reasons.contains(field) else { continue }
        let unknown = values.subtracting(cover.values[field] ?? []).subtracting(words)
        for value in unknown {
          problems.append(
            "\(call) \(field.way) \(field.path) = \(value): is nowhere in the sources.")
        }
      }
    }
    return problems.sorted()
  }

  /// The documented calls that a name on a page means.
  private func calls(named name: String) -> [String] {
    let name = Self.unnamed(name)
    return unnamedCalls.filter { Self.matches(name, $0.value) }.map(\.key)
  }

  /// The fields that have a row of their own, by their calls: one for whatever is there is not about them.
  private func fieldsOfTheirOwn(
    _ rows: [(CoverageRow, calls: [String])]
  ) -> [String: Set<DocumentedCalls.Field>] {
    var own: [String: Set<DocumentedCalls.Field>] = [:]
    for (row, calls) in rows
    where row.way != "call" && row.value == nil && !row.path.hasSuffix("*") {
      for call in calls {
        own[call, default: []].formUnion(
          (documented.calls[call] ?? [:]).keys.filter {
            $0.way == row.way && Self.covers(row.path, $0.path)
          })
      }
    }
    // What has members with rows is there with them.
    for (call, fields) in own {
      own[call]?.formUnion(
        (documented.calls[call] ?? [:]).keys.filter { outer in
          fields.contains { $0.isWithin(outer) }
        })
    }
    return own
  }

  /// What rows say of one call.
  private struct Cover {
    var call = false
    var everything = false
    var fields: Set<DocumentedCalls.Field> = []
    var reasons: Set<DocumentedCalls.Field> = []
    var values: [DocumentedCalls.Field: Set<String>] = [:]
  }

  /// What is wrong with a row that sends the reader to another call.
  private func problem(of row: CoverageRow, _ field: DocumentedCalls.Field) -> String? {
    guard case .same(let call, let way, let prefix) = row.place else { return nil }
    // What the wildcard stands for is below the place that is named, or where it is in the other call.
    let rest =
      row.path.hasSuffix("*") ? String(field.path.dropFirst(row.path.count - 1)) : ""
    let path = prefix.hasSuffix("*") ? String(prefix.dropLast()) + rest : prefix + rest
    let other = DocumentedCalls.Field(way: way ?? field.way, path: path)
    let isThere = calls(named: call).contains { documented.calls[$0]?[other] != nil }
    return isThere ? nil : "\(call) has no \(path)\(way.map { " in its \($0)" } ?? "")."
  }

  private static func unnamed(_ documented: DocumentedCalls) -> [String: String] {
    Dictionary(uniqueKeysWithValues: documented.calls.keys.map { ($0, unnamed($0)) })
  }

  /// A call whose path has parts without names.
  private static func unnamed(_ call: String) -> String {
    call.replacing(/\{[^}]*\}/, with: "{}")
  }

  /// Whether a call of the page is one of the documents, both ``unnamed(_:)``: they may name the parts of
  /// a path otherwise. What a page says after a colon is of which requests to the call a row is:
  /// `POST generations: video`.
  private static func matches(_ call: String, _ other: String) -> Bool {
    if let colon = call.firstRange(of: ": "), call != other {
      return call[..<colon.lowerBound] == other
    }
    guard call.hasSuffix("*") else { return call == other }
    if call.hasPrefix("* ") {
      return other.split(separator: " ").last?.hasPrefix(call.dropFirst(2).dropLast()) == true
    }
    return other.hasPrefix(call.dropLast())
  }

  /// Whether a row's field is one that is documented. Where the answer is a list, the row may leave that out.
  private static func covers(_ field: String, _ path: String) -> Bool {
    if path.hasPrefix("[]."), !field.hasPrefix("[]"), !field.hasPrefix("*") {
      return covers(field, String(path.dropFirst(3)))
    }
    if field == path || field.hasSuffix("*") && path.hasPrefix(field.dropLast()) { return true }
    // A member that may have any name has one on the page.
    let (named, documented) = (field.split(separator: "."), path.split(separator: "."))
    return named.count == documented.count
      && zip(named, documented).allSatisfy { $0 == $1 || $1 == "*" }
  }
}
