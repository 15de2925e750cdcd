import TypedMediaSchema

/// What the alternatives of a union are called.
///
/// A name is made of what the alternative is: its tag, its definition, its title, the members that it
/// has to have, or its type. Where that is the same for several, what only one of them has tells them
/// apart. None depends on the order in which they come.
struct AlternativeNames {
  /// The names, in the order of the alternatives.
  let names: [String]

  /// - Parameters:
  ///   - union: The name of the union's type.
  ///   - values: The names of values that are alternatives.
  init(of branches: [SchemaView], in union: String, values: [JSON: String] = [:]) {
    var names = branches.map { branch in
      branch.onlyValue.flatMap { values[$0] } ?? Self.name(of: branch, in: union)
    }
    for (name, indices) in Dictionary(grouping: names.indices, by: { names[$0] })
    where indices.count > 1 {
      let group = indices.map { branches[$0] }
      for (index, ending) in zip(indices, Self.endings(of: group)) where !ending.isEmpty {
        names[index] = name == "object" ? ending.member : "\(name)_and_\(ending)".member
      }
    }
    // These two are taken where members are declared, and free as cases.
    let free: Set = ["json", "object"]
    self.names = Self.numbered(names, branches).map { free.contains($0) ? $0 : Reserved.member($0) }
  }

  /// What an alternative is called by itself.
  static func name(of branch: SchemaView, in union: String) -> String {
    if let tag = branch.tag { return Identifier.value(tag, of: "kind") }
    if let name = branch.definitionName, branch.closedValues == nil {
      return Identifier.type(name) == union ? "custom" : name.member
    }
    if let values = branch.closedValues {
      guard values.count == 1 else { return "preset" }
      return Identifier.value(of: values[0], property: "kind", unit: nil)
    }
    if let title = branch["title"]?.string, !Identifier.words(of: title).isEmpty,
      branch["properties"] != nil
    {
      return title.member
    }
    return kind(of: branch)
  }

  /// The name of an alternative's type.
  private static func kind(of branch: SchemaView) -> String {
    switch branch.types.first {
    case "string":
      switch branch["format"]?.string {
      case "uri", "url", "http-url": "url"
      case "date-time": "date"
      case "uuid": "uuid"
      default: "text"
      }
    case "integer": "integer"
    case "number": "number"
    case "boolean": "boolean"
    case "array": element(of: branch, "items").map { "\($0)s" } ?? "list"
    case "object": object(branch)
    default: branch["properties"] == nil ? "json" : object(branch)
    }
  }

  /// What is in a list or an object of any names, where it is one kind of thing.
  private static func element(of branch: SchemaView, _ keyword: String) -> String? {
    guard let element = branch.child(keyword), !element.hasAlternatives else { return nil }
    let name = name(of: element, in: "")
    if element.types == ["array"] { return Identifier.singular(name) + "List" }
    return name == "json" ? nil : Identifier.singular(name)
  }

  private static func object(_ branch: SchemaView) -> String {
    let properties = branch.properties
    if properties.isEmpty, branch.required.isEmpty {
      return element(of: branch, "additionalProperties").map { "\($0)sByName" } ?? "object"
    }
    if let constant = properties.lazy.compactMap({ $0.schema.onlyValue?.string }).first {
      return Identifier.value(constant, of: "kind")
    }
    let members = branch.required.isEmpty ? properties.map(\.name) : branch.required
    return members.count <= mostWords ? members.joined(separator: "_and_").member : "object"
  }

  /// Past this many members, a name of all of them says less than none.
  private static let mostWords = 2

  /// For alternatives of one name, what is only in one of them, in words; empty for one that has nothing
  /// of its own.
  private static func endings(of branches: [SchemaView]) -> [String] {
    let members = branches.map { branch in
      let required = branch.required
      let others = branch.properties.map(\.name).filter { !required.contains($0) }
      return required + others.sorted()
    }
    let counts = Dictionary(members.flatMap { Set($0).map { ($0, 1) } }, uniquingKeysWith: +)
    let own = members.map { $0.first { counts[$0] == 1 } }
    guard own.filter({ $0 == nil }).count > 1 else { return own.map { $0 ?? "" } }
    // With the same members, it is what these are that differs.
    return zip(branches, own).map { branch, own in
      own ?? branch.properties.lazy.compactMap { name, schema in
        let kinds = branches.map { other in
          other.properties.first { $0.name == name }.map { Self.name(of: $0.schema, in: "") }
        }
        let kind = Self.name(of: schema, in: "")
        return kinds.filter { $0 == kind }.count == 1 ? "\(name)_\(kind)" : nil
      }.first ?? ""
    }
  }

  /// The names, with numbers where nothing tells the alternatives apart but what is said of their parts:
  /// the first by what is written is the first in any order.
  private static func numbered(_ names: [String], _ branches: [SchemaView]) -> [String] {
    var numbered = names
    for (name, indices) in Dictionary(grouping: names.indices, by: { names[$0] })
    where indices.count > 1 {
      let ranked = indices.map { (text: JSON.object(branches[$0].keywords).text(), index: $0) }
        .sorted { ($0.text, $0.index) < ($1.text, $1.index) }
      for (rank, item) in ranked.enumerated().dropFirst() {
        numbered[item.index] =
          ((rank + 1)...).lazy.map { "\(name)\($0)" }.first { !numbered.contains($0) } ?? name
      }
    }
    return numbered
  }
}

extension String {
  /// The text as the name of a case.
  fileprivate var member: String { Identifier.member(self) }
}
