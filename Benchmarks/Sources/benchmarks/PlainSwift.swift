import TypedMedia

/// A model's request as one writes it without this package: structs and enums of the obvious types,
/// whose conformances are synthesised.
struct PlainSwift {
  private let document: JSON
  private(set) var code = "import Foundation\n"

  /// What declarations begin with: `public ` or nothing.
  private let access: String

  /// The enums that models have in common; `nil` where each has its own.
  private(set) var sharedEnums: SharedEnums?

  /// Enums that are declared once for all models.
  struct SharedEnums {
    /// Their declarations.
    fileprivate(set) var code = ""
    /// Their names, by what they declare.
    fileprivate var names: [[String]: String] = [:]
  }

  /// Writes a model's struct.
  ///
  /// - Parameter shared: What models before it have in common; `nil` where each has its own enums.
  init(
    _ document: JSON, named name: String, isPublic: Bool, sharing shared: SharedEnums? = nil
  ) {
    self.document = document
    access = Self.access(isPublic)
    sharedEnums = shared
    write(declaration(of: document, named: name), indented: 0)
  }

  /// The list of all models, and the type of what has no other.
  static func catalog(of models: [String], isPublic: Bool) -> String {
    let access = access(isPublic)
    let entries = models.enumerated().map { index, model in
      "  \(JSON.string(model).text()): Model\(index).self,"
    }
    return """
      \(access)typealias PlainModel = Codable & Hashable & Sendable
      \(access)let plainModels: [String: any PlainModel.Type] = [
      \(entries.joined(separator: "\n"))
      ]

      \(access)indirect enum AnyValue: Codable, Hashable, Sendable {
        case null, bool(Bool), integer(Int), number(Double), string(String)
        case array([AnyValue]), object([String: AnyValue])

        \(access)init(from decoder: any Decoder) throws {
          let container = try decoder.singleValueContainer()
          if container.decodeNil() { self = .null }
          else if let value = try? container.decode(Bool.self) { self = .bool(value) }
          else if let value = try? container.decode(Int.self) { self = .integer(value) }
          else if let value = try? container.decode(Double.self) { self = .number(value) }
          else if let value = try? container.decode(String.self) { self = .string(value) }
          else if let value = try? container.decode([AnyValue].self) { self = .array(value) }
          else { self = .object(try container.decode([String: AnyValue].self)) }
        }

        \(access)func encode(to encoder: any Encoder) throws {
          var container = encoder.singleValueContainer()
          switch self {
          case .null: try container.encodeNil()
          case .bool(let value): try container.encode(value)
          case .integer(let value): try container.encode(value)
          case .number(let value): try container.encode(value)
          case .string(let value): try container.encode(value)
          case .array(let value): try container.encode(value)
          case .object(let value): try container.encode(value)
          }
        }
      }

      """
  }

  private static func access(_ isPublic: Bool) -> String { isPublic ? "public " : "" }

  /// A declaration: lines, and lists of lines that are indented.
  private indirect enum Block { case line(String), inner([Block]) }

  private mutating func write(_ blocks: [Block], indented depth: Int) {
    for block in blocks {
      switch block {
      case .line(let line): code += String(repeating: "  ", count: depth) + line + "\n"
      case .inner(let blocks): write(blocks, indented: depth + 1)
      }
    }
  }

  private mutating func declaration(of schema: JSON, named name: String) -> [Block] {
    var (members, nested): ([(key: String, name: String, type: String)], [Block]) = ([], [])
    let required = Set((schema["required"]?.array ?? []).compactMap(\.string))
    for (key, property) in schema["properties"]?.object ?? [:] {
      let member = Self.identifier(key, among: members.map(\.name))
      let (type, isNullable) = type(of: property, named: "Type\(members.count)", nested: &nested)
      members.append((key, member, required.contains(key) && !isNullable ? type : type + "?"))
    }
    let parameters = members.map { member in
      "\(member.name): \(member.type)" + (member.type.hasSuffix("?") ? " = nil" : "")
    }
    let keys = members.map { Block.line("case \($0.name) = \(JSON.string($0.key).text())") }
    return [
      .line("\(access)struct \(name): Codable, Hashable, Sendable {"),
      .inner(
        members.map { .line("\(access)var \($0.name): \($0.type)") }
          + [
            .line("\(access)init(\(parameters.joined(separator: ", "))) {"),
            .inner(members.map { .line("self.\($0.name) = \($0.name)") }),
            .line("}"),
          ]
          + (keys.isEmpty
            ? [] : [.line("enum CodingKeys: String, CodingKey {"), .inner(keys), .line("}")])
          + nested),
      .line("}"),
    ]
  }

  /// The obvious type, and whether `null` is allowed too.
  private mutating func type(
    of schema: JSON, named name: String, nested: inout [Block]
  ) -> (String, isNullable: Bool) {
    if let reference = schema["$ref"]?.string ?? schema["allOf"]?[0]?["$ref"]?.string,
      let target = JSONPointer(uriFragment: String(reference.drop { $0 == "#" }))
    {
      guard let target = document[target] else { return ("AnyValue", false) }
      return type(of: target, named: name, nested: &nested)
    }
    for keyword in ["anyOf", "oneOf"] where schema["properties"] == nil {
      guard let branches = schema[keyword]?.array else { continue }
      let rest = branches.filter { $0["type"] != "null" }
      guard rest.count == 1, let only = rest.first else {
        return ("AnyValue", rest.count < branches.count)
      }
      return (type(of: only, named: name, nested: &nested).0, true)
    }
    if let values = schema["enum"]?.array {
      return (choice(values, named: name, nested: &nested), false)
    }
    switch schema["type"]?.string {
    case "string": return ("String", false)
    case "integer": return ("Int", false)
    case "number": return ("Double", false)
    case "boolean": return ("Bool", false)
    case "array":
      guard let items = schema["items"] else { return ("[AnyValue]", false) }
      return ("[\(type(of: items, named: name, nested: &nested).0)]", false)
    case "object" where schema["properties"] != nil:
      nested += declaration(of: schema, named: name)
      return (name, false)
    case "object": return ("[String: AnyValue]", false)
    default: return ("AnyValue", false)
    }
  }

  private mutating func choice(
    _ values: [JSON], named name: String, nested: inout [Block]
  ) -> String {
    let isText = values.allSatisfy { $0.string != nil }
    guard isText || values.allSatisfy({ $0.int != nil }) else { return "AnyValue" }
    var cases: [(name: String, value: String)] = []
    for value in values where !cases.contains(where: { $0.value == value.text() }) {
      let spelled = "value_" + (value.string ?? value.text())
      cases.append((Self.identifier(spelled, among: cases.map(\.name)), value.text()))
    }
    let conformances = "\(isText ? "String" : "Int"), CaseIterable, Codable, Hashable, Sendable"
    let lines = cases.map { "case \($0.name) = \($0.value)" }
    if sharedEnums != nil { return sharedEnum(lines, conformances) }
    nested += [
      .line("\(access)enum \(name): \(conformances) {"), .inner(lines.map(Block.line)), .line("}"),
    ]
    return name
  }

  /// The name of the enum with `cases` that is declared once.
  private mutating func sharedEnum(_ cases: [String], _ conformances: String) -> String {
    if let name = sharedEnums?.names[cases] { return name }
    let name = "Shared\(sharedEnums?.names.count ?? 0)"
    sharedEnums?.names[cases] = name
    let body = cases.map { "  \($0)\n" }.joined()
    sharedEnums?.code += "\n\(access)enum \(name): \(conformances) {\n\(body)}\n"
    return name
  }

  /// A name that Swift takes and that is not taken.
  private static func identifier(_ text: String, among taken: [String]) -> String {
    let plain = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    let name = plain.first?.isNumber == true ? "_\(plain)" : plain
    let distinct = taken.contains(name) ? "\(name)_\(taken.count)" : name
    return "`\(distinct)`"
  }
}
