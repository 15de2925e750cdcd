import TypedMediaSchema

/// Stage 2: decides how a model reads in Swift.
struct Translator {
  private let model: ModelSource
  private let configuration: Configuration
  /// What there is to warn of.
  private(set) var warnings: [Diagnostic] = []
  /// The renames that were used, by their index.
  private(set) var usedRenames: Set<Int> = []

  init(_ model: ModelSource, configuration: Configuration) {
    self.model = model
    self.configuration = configuration
  }

  /// The request to the model, as a type named `name`.
  mutating func translate(named name: String) -> ModelBlueprint {
    let root = SchemaNode(document: model.schema)
    var type = object(root, named: name)
    type.documentation = Documentation.request(to: model)
    return ModelBlueprint(
      source: model.file.name, modelName: model.name, type: type,
      embeddedRecord: model.embeddedText)
  }

  /// An object's type: a struct, or an enum where it is nothing but a choice.
  private mutating func object(_ schema: SchemaNode, named name: String) -> TypeBlueprint {
    var nested: [TypeBlueprint] = []
    let groups = PropertyGroups.groups(of: schema)
    if groups.count == 1, let group = groups.first, !group.isOptional,
      group.members == schema.properties.map(\.name)
    {
      let choices = choices(of: group, in: schema, nested: &nested)
      return TypeBlueprint(
        name: name, documentation: Documentation.object(schema, named: name),
        body: .choice(choices), nested: nested)
    }
    var properties: [TypeBlueprint.Property] = []
    var keys: [String] = []
    for (key, child) in schema.properties {
      if let group = groups.first(where: { $0.members.contains(key) }) {
        guard group.members.first == key else { continue }
        properties.append(self.property(for: group, in: schema, nested: &nested))
      } else {
        let isRequired = schema.required.contains(key)
        properties.append(property(key, child, isRequired: isRequired, nested: &nested))
      }
      keys.append(key)
    }
    let names = distinct(properties.map(\.name), spelled: keys) {
      schema.pointer.tokens + ["properties", $0]
    }
    for (index, name) in names.enumerated() { properties[index].name = name }
    let ordered = properties.filter(\.isRequired) + properties.filter { !$0.isRequired }
    return TypeBlueprint(
      name: name, documentation: Documentation.object(schema, named: name),
      body: .structure(ordered), nested: nested)
  }

  private mutating func property(
    _ key: String, _ schema: SchemaNode, isRequired: Bool, nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property {
    let documentation = Documentation.property(key, schema, setting: model.setting(key))
    if isRequired, let constant = constant(schema) {
      return TypeBlueprint.Property(
        name: Identifier.member(key), type: .named("JSON"), isRequired: true,
        coding: .constant(key, constant))
    }
    let isElement =
      schema.types == ["array"] && schema["maxItems"]?.int == 1 && schema.child("items") != nil
    let type: TypeReference
    var required = isRequired && !schema.isNullable
    if isElement, let items = schema.child("items") {
      type = reference(to: items, named: Identifier.singular(key), nested: &nested)
      // A list that has to be there and may be empty is an element that may be left out.
      required = required && (schema["minItems"]?.int ?? 0) >= 1
    } else {
      type = reference(to: schema, named: key, nested: &nested)
    }
    let name =
      rename(schema.pointer) { !Identifier.isType($0) }
      ?? Reserved.member(Identifier.member(isElement ? Identifier.singular(key) : key))
    return TypeBlueprint.Property(
      name: name, documentation: documentation, type: type, isRequired: required,
      coding: isElement ? .element(key) : .member(key))
  }

  /// The only value that `schema` allows, where it is one that the library can write itself.
  private func constant(_ schema: SchemaNode) -> JSON? {
    if let constant = schema["const"] { return constant }
    guard let values = schema["enum"]?.array, values.count == 1 else { return nil }
    return values[0]
  }

  private mutating func property(
    for group: PropertyGroups.Group, in schema: SchemaNode, nested: inout [TypeBlueprint]
  ) -> TypeBlueprint.Property {
    let wireName = PropertyGroups.name(of: group)
    let choices = choices(of: group, in: schema, nested: &nested)
    let name = uniqueTypeName(Identifier.type(wireName), in: nested)
    let keys = group.members.map { "`\($0)`" }.joined(separator: ", ")
    nested.append(
      TypeBlueprint(
        name: name, documentation: ["The combinations of \(keys) that the model takes."],
        body: .choice(choices)))
    return TypeBlueprint.Property(
      name: Reserved.member(Identifier.member(wireName)),
      documentation: [
        group.isSequence ? "What fills the model's ordered inputs." : "One of the model's inputs.",
        "",
        "Sent as \(keys).",
      ],
      type: .named(name), isRequired: !group.isOptional, coding: .group(group.members))
  }

  private mutating func choices(
    of group: PropertyGroups.Group, in schema: SchemaNode, nested: inout [TypeBlueprint]
  ) -> [TypeBlueprint.Choice] {
    var members: [String: TypeBlueprint.Property] = [:]
    for (key, child) in schema.properties where group.members.contains(key) {
      members[key] = property(key, child, isRequired: true, nested: &nested)
    }
    let short = PropertyGroups.shortNames(of: group)
    let caseNames = group.choices.map { choice in
      let words = choice.required.map { short[$0] ?? $0 }
      return Reserved.member(Identifier.member(words.joined(separator: "_and_")))
    }
    let names = DistinctNames(
      zip(caseNames, group.choices).map { ($0, $1.required.joined(separator: " ")) }
    ).names
    return zip(names, group.choices).map { name, choice in
      let properties = (choice.required + choice.optional).compactMap { key in
        members[key].map { member in
          var member = member
          member.isRequired = choice.required.contains(key)
          return member
        }
      }
      return TypeBlueprint.Choice(name: name, members: properties)
    }
  }

  /// The type of what `schema` allows, and what has to be declared for it.
  private mutating func reference(
    to schema: SchemaNode, named key: String, nested: inout [TypeBlueprint]
  ) -> TypeReference {
    if let dangling = schema.danglingReference {
      return untyped(schema, because: "\"\(dangling)\" leads nowhere")
    }
    if let given = rename(schema.pointer, where: Identifier.isType), given.contains(".") {
      return .named(given)
    }
    if let values = schema["enum"]?.array ?? schema["const"].map({ [$0] }) {
      return closedValues(values, schema, named: key, nested: &nested)
    }
    switch schema.types {
    case ["string"]: return .named(Self.type(ofFormat: schema["format"]?.string))
    case ["integer"]: return .named("Int")
    case ["number"]: return .named("Double")
    case ["boolean"]: return .named("Bool")
    case ["array"]:
      guard let items = schema.child("items") else { return .array(.named("JSON")) }
      return .array(reference(to: items, named: Identifier.singular(key), nested: &nested))
    case ["object"]:
      guard !schema.properties.isEmpty else {
        guard let values = schema.child("additionalProperties"), !values.keywords.isEmpty else {
          return .dictionary(.named("JSON"))
        }
        return .dictionary(reference(to: values, named: key, nested: &nested))
      }
      return declare(object(schema, named: typeName(schema, key)), of: schema, in: &nested)
    case []: return untyped(schema, because: "it has no \"type\"")
    default: return untyped(schema, because: "it has several types")
    }
  }

  private mutating func closedValues(
    _ values: [JSON], _ schema: SchemaNode, named key: String, nested: inout [TypeBlueprint]
  ) -> TypeReference {
    let isSeconds = Documentation.isSeconds(key, schema)
    let rawType: TypeBlueprint.RawType
    if values.allSatisfy({ $0.string != nil }) {
      rawType = .string
    } else if values.allSatisfy({ $0.int != nil }) {
      rawType = .integer
    } else {
      return untyped(schema, because: "its values are not all text or all whole numbers")
    }
    var cases: [TypeBlueprint.Value] = []
    for (index, value) in values.enumerated() {
      if cases.contains(where: { $0.value == value }) {
        warn("the value \(value.text()) is here twice", at: schema.pointer)
        continue
      }
      let made =
        value.int.map { Identifier.value($0, of: key, isSeconds: isSeconds) }
        ?? Identifier.value(value.string ?? "", of: key)
      let given = rename(schema.pointer.appending("enum").appending(index)) { _ in true }
      cases.append(.init(name: given ?? Reserved.member(made), value: value))
    }
    let names = distinct(cases.map(\.name), spelled: cases.map { Literal.text($0.value) }) { _ in
      schema.pointer.tokens
    }
    for (index, name) in names.enumerated() { cases[index].name = name }
    let defaultName = schema["default"].flatMap { value in cases.first { $0.value == value }?.name }
    if let value = schema["default"], defaultName == nil, !value.isNull {
      warn("the default \(value.text()) is not one of the values", at: schema.pointer)
    }
    let type = TypeBlueprint(
      name: typeName(schema, key), documentation: ["The values that the model takes for `\(key)`."],
      body: .values(rawType, cases, default: defaultName))
    return declare(type, of: schema, in: &nested)
  }

  private static func type(ofFormat format: String?) -> String {
    switch format {
    case "uri", "url", "http-url": "URL"
    case "uuid": "UUID"
    case "date-time": "Date"
    default: "String"
    }
  }

  private mutating func untyped(_ schema: SchemaNode, because reason: String) -> TypeReference {
    warn(
      "this becomes JSON in Swift, which the compiler does not check: \(reason)", at: schema.pointer
    )
    return .named("JSON")
  }

  private mutating func declare(
    _ type: TypeBlueprint, of schema: SchemaNode, in nested: inout [TypeBlueprint]
  ) -> TypeReference {
    var type = type
    type.isNamed = rename(schema.pointer, where: Identifier.isType) != nil
    if !type.isNamed { type.name = uniqueTypeName(type.name, in: nested) }
    nested.append(type)
    return .named(type.name)
  }

  private mutating func typeName(_ schema: SchemaNode, _ key: String) -> String {
    rename(schema.pointer, where: Identifier.isType) ?? Reserved.type(Identifier.type(key))
  }

  private func uniqueTypeName(_ name: String, in nested: [TypeBlueprint]) -> String {
    let taken = Set(nested.map(\.name))
    guard taken.contains(name) else { return name }
    return (2...).lazy.map { "\(name)\($0)" }.first { !taken.contains($0) } ?? name
  }

  /// The name that `typed-media.json` gives to the place, if it gives one that fits.
  private mutating func rename(_ pointer: JSONPointer, where fits: (String) -> Bool) -> String? {
    for (index, rename) in configuration.renames.enumerated()
    where rename.pointer == pointer && Pattern(rename.model).matches(model.name) {
      let last = rename.name.split(separator: ".").last.map(String.init) ?? rename.name
      guard fits(last) else { continue }
      usedRenames.insert(index)
      return rename.name
    }
    return nil
  }

  /// `names`, made distinct. A warning says which had to change, at the place of its spelling.
  private mutating func distinct(
    _ names: [String], spelled spellings: [String], at place: (String) -> [String]
  ) -> [String] {
    let distinct = DistinctNames(zip(names, spellings).map { ($0, $1) })
    for index in distinct.changed {
      warn(
        """
        "\(spellings[index])" has the same Swift name as another, and is called \
        \(distinct.names[index]); rename it in typed-media.json
        """, at: JSONPointer(tokens: place(spellings[index])))
    }
    return distinct.names
  }

  private mutating func warn(_ message: String, at pointer: JSONPointer) {
    warnings.append(model.diagnostic(.warning, message, at: pointer))
  }
}
