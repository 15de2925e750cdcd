/// Makes the numbers of a program.
struct JudgeProgramBuilder {
  private(set) var nodes: [JudgeProgram.Node] = []
  private(set) var rules: [JudgeProgram.Rule] = []
  private(set) var lists: [Int] = []
  private(set) var names = NameTableBuilder()
  private(set) var members: [JudgeProgram.Members] = []
  private(set) var choices: [JudgeProgram.Choices] = []
  private(set) var numbers: [SmallDecimal] = []
  private(set) var bounds: [Bound] = []
  private(set) var divisors: [JSONNumber] = []
  private(set) var patterns: [SchemaPattern] = []
  private(set) var enumerations: [Enumeration] = []

  /// Makes the numbers of a program of these nodes, or returns `nil` if what it says goes in circles.
  static func program(of nodes: [SchemaNode], maximumSteps: Int) -> JudgeProgram? {
    guard !nodes.isCircular else { return nil }
    var builder = JudgeProgramBuilder()
    builder.nodes.reserveCapacity(nodes.count)
    builder.rules.reserveCapacity(2 * nodes.count)
    for node in nodes { builder.add(node) }
    return JudgeProgram(builder, maximumSteps: maximumSteps)
  }

  private mutating func add(_ source: SchemaNode) {
    var node = JudgeProgram.Node(
      cost: source.cost, types: TypeSet(rawValue: .max), acceptsNull: source.acceptsNull)
    node.start = end
    for rule in source.rules { addNumberRule(rule) }
    node.numberEnd = end
    for rule in source.rules { addStringRule(rule) }
    node.stringEnd = end
    for rule in source.rules { addArrayRule(rule) }
    node.arrayEnd = end
    addObjectRules(source.rules)
    node.objectEnd = end
    for rule in source.rules {
      if case .type(let types) = rule { node.types = types }
      if case .never = rule { node.types = [] }
      addRule(rule)
    }
    node.end = end
    nodes.append(node)
  }

  private var end: Int32 { Int32(rules.count) }

  private mutating func addNumberRule(_ rule: SchemaRule) {
    switch rule {
    case .bounds(let all):
      for bound in all {
        if let limit = SmallDecimal(bound.limit) {
          rules.append(.bound(bound.relation, limit, bounds.count))
        } else {
          rules.append(.longBound(bounds.count))
        }
        bounds.append(bound)
      }
    case .multiple(of: let divisor):
      rules.append(.multiple(divisors.count))
      divisors.append(divisor)
    default:
      break
    }
  }

  private mutating func addStringRule(_ rule: SchemaRule) {
    switch rule {
    case .size(let size): add(size, of: .characters)
    case .pattern(let pattern):
      rules.append(.pattern(patterns.count))
      patterns.append(pattern)
    case .format(let format): rules.append(.format(format))
    case .address: rules.append(.address)
    default: break
    }
  }

  private mutating func addArrayRule(_ rule: SchemaRule) {
    switch rule {
    case .size(let size): add(size, of: .items)
    case .items(let items):
      rules.append(.elements(prefix: add(items.prefix), rest: items.rest ?? -1))
    case .contains(let contains):
      rules.append(
        .contains(
          schema: contains.schema, minimum: contains.minimum, maximum: contains.maximum ?? .max))
    case .uniqueItems: rules.append(.uniqueItems)
    case .unevaluatedItems: rules.append(.unknown)
    default: break
    }
  }

  private mutating func addObjectRules(_ source: [SchemaRule]) {
    var required: [String] = []
    var properties: SchemaRule.Properties?
    for rule in source {
      switch rule {
      case .size(let size): add(size, of: .members)
      case .required(let names): required = names
      case .properties(let found): properties = found
      case .propertyNames(let schema): rules.append(.propertyNames(schema))
      case .dependentRequired(let dependencies, _):
        for dependency in dependencies {
          let name = names.text(dependency.name)
          for other in dependency.required { rules.append(.requiredIf(name, names.text(other))) }
        }
      case .dependentSchemas(let dependencies, _):
        for dependency in dependencies {
          rules.append(.schemaIf(names.text(dependency.name), dependency.schema))
        }
      case .unevaluatedProperties: rules.append(.unknown)
      default: break
      }
    }
    if let properties, add(properties, requiring: required) { return }
    for name in required { rules.append(.required(names.text(name))) }
  }

  /// Adds what is demanded of members, and of which names there have to be some, in one table.
  ///
  /// - Returns: `true` if the names were few enough.
  private mutating func add(_ properties: SchemaRule.Properties, requiring all: [String]) -> Bool {
    let required = all.count <= 64 ? all : []
    var entries: [NameTableBuilder.Entry] = []
    entries.reserveCapacity(properties.names.count + required.count)
    for (name, schema) in zip(properties.names, properties.schemas) {
      entries.append(NameTableBuilder.Entry(text: names.text(name), value: Int32(schema), bit: 0))
    }
    var bits: UInt64 = 0
    for (index, name) in required.enumerated() {
      let known = properties.index(of: name)
      let bit: UInt64 = 1 << UInt64(index)
      if let known {
        // A name that is listed twice has the first of its bits.
        guard entries[known].bit == 0 else { continue }
        entries[known].bit = bit
      } else {
        guard !required[..<index].contains(where: { $0.hasSameScalars(as: name) }) else { continue }
        entries.append(NameTableBuilder.Entry(text: names.text(name), value: -1, bit: bit))
      }
      bits |= bit
    }
    guard let table = names.table(of: entries) else {
      rules.append(.unknown)
      return true
    }
    let first = patterns.count
    var list: [Int] = []
    for (offset, pattern) in properties.patterns.enumerated() {
      patterns.append(pattern.pattern)
      list += [first + offset, pattern.schema]
    }
    rules.append(.members(members.count))
    members.append(
      JudgeProgram.Members(
        names: table, required: bits, patterns: add(list), additional: properties.additional ?? -1))
    return all.count == required.count
  }

  private mutating func addRule(_ rule: SchemaRule) {
    switch rule {
    case .constant(let value): addChoices(Enumeration([value]))
    case .enumeration(let enumeration): addChoices(enumeration)
    case .reference(let schema): rules.append(.schema(schema))
    case .dynamicReference: rules.append(.unknown)
    case .allOf(let schemas): for schema in schemas { rules.append(.schema(schema)) }
    case .anyOf(let schemas): rules.append(.anyOf(add(schemas)))
    case .oneOf(let schemas): rules.append(.oneOf(add(schemas)))
    case .not(let schema): rules.append(.not(schema))
    case .condition(let condition, let then, let otherwise):
      rules.append(.condition(condition, then: then ?? -1, otherwise: otherwise ?? -1))
    default: break
    }
  }

  private mutating func addChoices(_ enumeration: Enumeration) {
    var entries: [NameTableBuilder.Entry] = []
    var choices = JudgeProgram.Choices(
      names: NameTable(start: 0, mask: 0), allowsNull: false, allowsTrue: false, allowsFalse: false,
      numbers: JudgeProgram.Span(start: numbers.count, count: 0), hasOnlySmallNumbers: true,
      hasContainers: false, hasTable: true, enumeration: enumerations.count)
    for value in enumeration.values {
      switch value {
      case .null: choices.allowsNull = true
      case .bool(let isTrue):
        if isTrue { choices.allowsTrue = true } else { choices.allowsFalse = true }
      case .number(let number):
        // Few are compared one by one.
        if let number = SmallDecimal(number), choices.numbers.count < 16 {
          numbers.append(number)
          choices.numbers.count += 1
        } else {
          choices.hasOnlySmallNumbers = false
        }
      case .string(let string):
        entries.append(NameTableBuilder.Entry(text: names.text(string), value: 0, bit: 0))
      case .array, .object: choices.hasContainers = true
      }
    }
    if let table = names.table(of: entries) {
      choices.names = table
    } else {
      choices.hasTable = false
    }
    rules.append(.choice(self.choices.count))
    self.choices.append(choices)
    enumerations.append(enumeration)
  }

  private mutating func add(_ size: Size, of subject: Size.Subject) {
    guard size.subject == subject else { return }
    rules.append(.size(minimum: size.minimum ?? 0, maximum: size.maximum ?? .max))
  }

  private mutating func add(_ list: [Int]) -> JudgeProgram.Span {
    defer { lists.append(contentsOf: list) }
    return JudgeProgram.Span(start: lists.count, count: list.count)
  }
}
