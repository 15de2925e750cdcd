package import TypedMediaSchema

/// Decides how what a model answers reads in Swift.
///
/// An answer is read and not made, so that less is told apart than in a request: what may be several things
/// is JSON, and nothing of the schema is demanded of it.
struct OutputTranslator {
  /// The objects on the way to the schema at hand, and their types: what leads back to one has its type.
  private var open: [(place: JSONPointer, type: String)] = []
  /// The names of the types around it.
  private var enclosing: [String] = []
  /// Deeper than this, nobody looks.
  private static let greatestDepth = 8

  /// The type of an answer with this schema.
  static func output(_ schema: JSON, at pointer: JSONPointer) -> OutputBlueprint {
    var translator = OutputTranslator()
    let view = SchemaView(document: schema.readable, at: pointer)
    let documentation = [view.description ?? "What the model answers."]
    if isObject(view), !isFile(view), !view.allProperties.isEmpty {
      return translator.view(of: view, named: "Output", documentation)
    }
    translator.enclosing.append("Output")
    var nested: [OutputBlueprint] = []
    let property = translator.whole(view, &nested)
    return OutputBlueprint(
      name: "Output", documentation: documentation, body: .view([property].compactMap { $0 }),
      nested: nested)
  }

  /// The property for an answer that is no object; `nil` where the files that every answer has are all.
  private mutating func whole(
    _ view: SchemaView, _ nested: inout [OutputBlueprint]
  ) -> OutputBlueprint.Property? {
    let reading = reading(of: view, named: "value", &nested)
    func property(_ name: String, _ documentation: String) -> OutputBlueprint.Property {
      OutputBlueprint.Property(
        name: name, documentation: [documentation], key: nil, reading: reading)
    }
    switch reading {
    case .list(.file): return nil
    case .value(.file): return property("file", "The file.")
    case .text: return property("text", "The text, of all pieces that it came in.")
    case .value(.plain("String")): return property("text", "The text.")
    case .list: return property("elements", "The elements.")
    case .members: return property("members", "The members, by their names.")
    case .value(.plain("JSON")): return nil
    case .value: return property("value", "The value.")
    }
  }

  private mutating func view(
    of schema: SchemaView, named name: String, _ documentation: [String]
  ) -> OutputBlueprint {
    var nested: [OutputBlueprint] = []
    enclosing.append(name)
    open.append((schema.definition ?? schema.place, name))
    defer {
      enclosing.removeLast()
      open.removeLast()
    }
    let members = schema.allProperties
    let properties = members.map { key, child, _ in
      OutputBlueprint.Property(
        name: Self.member(key), documentation: Self.documentation(of: key, child), key: key,
        reading: reading(of: child, named: key, &nested),
        isDeprecated: child["deprecated"]?.bool == true)
    }
    let names = DistinctNames(zip(properties, members).map { ($0.name, $1.name) }).names
    let named = zip(properties, names).map { property, name in
      var property = property
      property.name = name
      return property
    }
    return OutputBlueprint(
      name: name, documentation: documentation, body: .view(named), nested: nested)
  }

  private mutating func reading(
    of schema: SchemaView, named key: String, _ nested: inout [OutputBlueprint]
  ) -> OutputBlueprint.Reading {
    if schema.types == ["array"], schema.alternatives == nil, let items = schema.child("items") {
      let isText = items.types == ["string"] && items["format"] == nil && items["enum"] == nil
      if isText, schema["x-cog-array-display"]?.string == "concatenate" { return .text }
      return .list(element(items, named: Identifier.singular(key), &nested))
    }
    if Self.isObject(schema), schema.allProperties.isEmpty, !Self.isFile(schema),
      let values = schema.additionalProperties, !values.keywords.isEmpty
    {
      return .members(element(values, named: Identifier.singular(key), &nested))
    }
    return .value(element(schema, named: key, &nested))
  }

  private mutating func element(
    _ schema: SchemaView, named key: String, _ nested: inout [OutputBlueprint]
  ) -> OutputBlueprint.Element {
    let json = OutputBlueprint.Element.plain("JSON")
    if Self.isFile(schema) { return .file }
    if let alternatives = schema.alternatives {
      return alternatives.allSatisfy(Self.isFile) ? .file : json
    }
    let place = schema.definition ?? schema.place
    if let known = open.last(where: { $0.place == place }) { return .named(known.type) }
    guard enclosing.count <= Self.greatestDepth else { return json }
    if let words = schema.closedValues, words.count > 1, words.allSatisfy({ $0.string != nil }) {
      return declare(Self.words(words, schema, named: key), in: &nested)
    }
    switch schema.types {
    case ["string"]: return .plain(Self.text(schema))
    case ["integer"]: return .plain("Int")
    case ["number"], ["integer", "number"], ["number", "integer"]: return .plain("Double")
    case ["boolean"]: return .plain("Bool")
    case ["array"]:
      guard let items = schema.child("items") else { return json }
      return .list(element(items, named: Identifier.singular(key), &nested))
    default:
      guard Self.isObject(schema), !schema.allProperties.isEmpty else { return json }
      let name = typeName(key)
      let documentation = [schema.description ?? "What `\(key)` is made of."]
      return declare(view(of: schema, named: name, documentation), in: &nested)
    }
  }

  private func typeName(_ key: String) -> String {
    let name = Reserved.type(Identifier.type(key))
    return enclosing.contains(name) ? "Custom" + name : name
  }

  /// Declares a type beside others, of which one of the same name and content is declared already.
  private func declare(
    _ type: OutputBlueprint, in nested: inout [OutputBlueprint]
  ) -> OutputBlueprint.Element {
    var type = type
    if let known = nested.first(where: { $0.body == type.body && $0.nested == type.nested }) {
      return .named(known.name)
    }
    let taken = Set(nested.map(\.name))
    if taken.contains(type.name) {
      let base = type.name
      type.name = (2...).lazy.map { "\(base)\($0)" }.first { !taken.contains($0) } ?? base
    }
    nested.append(type)
    return .named(type.name)
  }

  private static func words(
    _ values: [JSON], _ schema: SchemaView, named key: String
  ) -> OutputBlueprint {
    let texts = values.compactMap(\.string)
    let names = DistinctNames(
      texts.map { (Reserved.member(Identifier.value($0, of: key)), $0) }
    ).names
    var seen: Set<String> = []
    let words = zip(texts, names).filter { seen.insert($0.0).inserted }.map { text, name in
      TypeBlueprint.Value(
        name: name, value: .string(text),
        documentation: schema.valueDescriptions[.string(text)].map { [$0] } ?? [])
    }
    return OutputBlueprint(
      name: Reserved.type(Identifier.type(key)), documentation: ["The words for `\(key)`."],
      body: .words(words))
  }

  private static func member(_ key: String) -> String {
    let name = Reserved.member(Identifier.member(key))
    return ["files", "schema"].contains(name) ? name + "Value" : name
  }

  private static func documentation(of key: String, _ schema: SchemaView) -> [String] {
    [schema.description ?? "Answered as `\(key)`."]
  }

  private static func text(_ schema: SchemaView) -> String {
    switch schema["format"]?.string {
    case "date-time": "Date"
    case "uuid": "UUID"
    default: "String"
    }
  }

  private static func isObject(_ schema: SchemaView) -> Bool {
    schema.types == ["object"] || schema.types.isEmpty && schema["properties"] != nil
  }

  /// Tells whether a schema is that of a file: an address, or an object that has one and says of
  /// what.
  private static func isFile(_ schema: SchemaView) -> Bool {
    if schema.types == ["string"] {
      return ["uri", "url", "http-url", "binary"].contains(schema["format"]?.string)
    }
    guard isObject(schema), schema.alternatives == nil else { return false }
    let names = Set(schema.propertyNames)
    return names.contains("url")
      && !names.isDisjoint(with: ["content_type", "file_name", "file_size", "mime_type"])
  }
}

extension JSON {
  /// A schema with what a service sets itself among its members: they are answered.
  package var readable: JSON {
    switch self {
    case .object(let object):
      var kept = JSONObject()
      for (key, value) in object where key != "readOnly" || value.bool == nil {
        kept[key] = value.readable
      }
      return .object(kept)
    case .array(let elements): return .array(elements.map(\.readable))
    default: return self
    }
  }
}
