/// Writes how a struct reads and writes its members.
struct StructureCoding {
  let properties: [TypeBlueprint.Property]
  let access: Code

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the members of `object`."])
    printer.block("\(access)init(from object: borrowing TypedMedia.JSONObject) throws") { printer in
      reading(to: &printer)
    }
    printer.line()
    printer.documentation(["Writes the members into `object`."])
    printer.block("\(access)func encode(to object: inout TypedMedia.JSONMembers)") { printer in
      properties.map { (coding: $0.coding, name: $0.storageName) }.render(to: &printer)
    }
  }

  private func reading(to printer: inout CodePrinter) {
    for reading in MemberReading.readings(of: properties) {
      switch reading {
      case .single(let property): printer.line(property.reading)
      case .inside(let key, let members):
        let names = members.filter(\.isStored).map { member -> Code in "\(name: member.storageName)"
        }
        MemberReading.read(
          members, inside: key, as: names.isEmpty ? "" : "\(MemberReading.tuple(names)) = ",
          to: &printer)
      }
    }
  }
}

/// Writes how a choice reads and writes its members.
struct ChoiceCoding {
  let choices: [TypeBlueprint.Choice]
  let access: Code

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the members of `object`."])
    printer.block("\(access)init(from object: borrowing TypedMedia.JSONObject) throws") {
      reading(to: &$0)
    }
    printer.line()
    printer.documentation(["Writes the members into `object`."])
    printer.block("\(access)func encode(to object: inout TypedMedia.JSONMembers)") { printer in
      printer.line("switch self {")
      for choice in choices {
        let members = choice.members.map { (coding: $0.coding, name: $0.name) }
        let stored = zip(choice.members, members).filter(\.0.isStored).map { pair -> Code in
          "let \(name: pair.1.name)"
        }
        printer.line("case .\(label: choice.name)\(Self.list(stored)):")
        printer.indented { members.render(to: &$0) }
      }
      printer.line("}")
    }
  }

  private static func list(_ items: [Code]) -> Code {
    items.isEmpty ? "" : "(\(items.joined(separator: ", ")))"
  }

  private func reading(to printer: inout CodePrinter) {
    // The choice with the most members first: it has those of the smaller ones too.
    for choice in choices.sorted(by: { $0.requiredKeys.count > $1.requiredKeys.count }) {
      printer.block("if \(choice.condition)") { printer in
        let values = MemberReading.declare(choice.members, to: &printer)
        let payload = choice.members.filter(\.isStored).enumerated().map { index, member -> Code in
          (index == 0 ? "" : "\(label: member.name): ") + (values[member.name] ?? "")
        }
        printer.line("self = .\(label: choice.name)\(Self.list(payload))")
        printer.line("return")
      }
    }
    let alternatives = choices.map { choice -> Code in
      let keys = choice.requiredKeys.map { $0.joined(separator: " or ") }
      return "\(literal: keys.joined(separator: " and "))"
    }
    printer.line("throw TypedMedia.JSONMismatch(noneOf: \(alternatives.joined(separator: ", ")))")
  }
}

/// Writes how a union reads and writes its values.
struct UnionCoding {
  let alternatives: [TypeBlueprint.Alternative]
  /// The members of an object that the union stands for; `nil` for one that is a whole value.
  let members: TypeBlueprint.Members?
  let access: Code

  func render(to printer: inout CodePrinter) {
    if let members {
      printer.documentation(["Reads the members of `object`."])
      printer.block("\(access)init(from object: borrowing TypedMedia.JSONObject) throws") {
        printer in
        printer.line("let json = object.\(members.selection)")
        reading(to: &printer)
      }
      printer.line()
      printer.documentation(["Writes the members into `object`."])
      printer.block("\(access)func encode(to object: inout TypedMedia.JSONMembers)") { printer in
        writing(to: &printer) { _ in "value.encode(to: &object)" }
      }
    } else {
      printer.documentation(["Reads the value, as the first of the types that loses nothing of it."]
      )
      printer.block("\(access)init(json: TypedMedia.JSON) throws") { reading(to: &$0) }
      printer.line()
      printer.documentation(["The value as it is sent."])
      printer.block("\(access)var json: TypedMedia.JSON") { printer in
        writing(to: &printer) { $0.constant.map(Literal.json) ?? "value._json" }
      }
    }
  }

  private func reading(to printer: inout CodePrinter) {
    for alternative in alternatives.inReadingOrder {
      let value = alternative.constant.map { value -> Code in "json == \(Literal.json(value))" }
      let condition: Code = value ?? "let value: \(alternative.type.code) = json.lossless()"
      printer.block("if \(condition)") { printer in
        printer.line("self = .\(label: alternative.name)\(value == nil ? "(value)" : "")")
        printer.line("return")
      }
    }
    let names = alternatives.map { alternative -> Code in "\(literal: alternative.name)" }
    printer.line("throw TypedMedia.JSONMismatch(noneOf: \(names.joined(separator: ", ")))")
  }

  private func writing(
    to printer: inout CodePrinter, _ statement: (TypeBlueprint.Alternative) -> Code
  ) {
    printer.line("switch self {")
    for alternative in alternatives {
      let value: Code = alternative.constant == nil ? "(let value)" : ""
      printer.line("case .\(label: alternative.name)\(value): \(statement(alternative))")
    }
    printer.line("}")
  }
}

extension TypeBlueprint.Members {
  /// The expression that takes them out of an object.
  fileprivate var selection: Code {
    let (name, keys): (Code, [String]) =
      switch self {
      case .these(let keys): ("only", keys)
      case .allBut(let keys): ("except", keys)
      }
    let list = keys.map { key -> Code in "\(literal: key)" }.joined(separator: ", ")
    return "\(name)(\(list))"
  }
}

extension [TypeBlueprint.Alternative] {
  /// The alternatives, those that take less before those that take more.
  fileprivate var inReadingOrder: [TypeBlueprint.Alternative] {
    enumerated().sorted { ($0.element.width, $0.offset) < ($1.element.width, $1.offset) }
      .map(\.element)
  }
}

extension TypeBlueprint.Alternative {
  /// The amount that more it takes than others.
  fileprivate var width: Int {
    if constant != nil { return 0 }
    return switch type {
    case .named("UUID"), .named("Date"): 2
    case .named("Double"), .named("Decimal"): 3
    case .named("URL"): 4
    case .array(.named("JSON")), .dictionary(.named("JSON")): 6
    case .named("String"), .dictionary: 5
    case .named("JSON"): 7
    default: 1
    }
  }
}

/// Writes how a list with a value of its own at each place is read and written.
struct TupleCoding {
  let properties: [TypeBlueprint.Property]
  let access: Code

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the elements of a list."])
    printer.block("\(access)init(json: TypedMedia.JSON) throws") { printer in
      printer.line("let elements = try json.elements(upTo: \(properties.count))")
      for (index, property) in properties.enumerated() {
        let kind: Code = property.isRequired ? "required" : "optional"
        // A place may be called `elements` too.
        printer.line("self.\(label: property.storageName) = try elements.\(kind)(\(index))")
      }
    }
    printer.line()
    printer.documentation(["The elements, as a list."])
    printer.block("\(access)var json: TypedMedia.JSON") { printer in
      let elements = properties.map { property -> Code in
        "\(name: property.storageName)"
      }
      printer.line(".elements(\(elements.joined(separator: ", ")))")
    }
  }
}

extension TypeBlueprint.Choice {
  /// The members on the wire that have to be there, each with those that may be there in its place.
  fileprivate var requiredKeys: [[String]] {
    members.filter { $0.isRequired || $0.coding.isInside }.reduce(into: []) { keys, member in
      if !keys.contains(member.coding.keys) { keys.append(member.coding.keys) }
    }
  }

  /// The expression that tells whether they are there.
  fileprivate var condition: Code {
    let certain = requiredKeys.filter { $0.count == 1 }.map { keys -> Code in "\(literal: keys[0])"
    }
    let alternatives = requiredKeys.filter { $0.count > 1 }.map { keys -> Code in
      let list = keys.map { key -> Code in "\(literal: key)" }.joined(separator: ", ")
      return "object.hasMember(among: \(list))"
    }
    let members: Code = "object.hasMembers(\(certain.joined(separator: ", ")))"
    return ((certain.isEmpty ? [] : [members]) + alternatives).joined(separator: ", ")
  }
}
