/// Writes how a struct reads and writes its members.
struct StructureCoding {
  let properties: [TypeBlueprint.Property]
  let access: Code

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the members of `object`."])
    printer.block("\(access)init(from object: borrowing TypedMedia.JSONObject) throws") { printer in
      for property in properties {
        if let statement = property.reading { printer.line(statement) }
      }
    }
    printer.line()
    printer.documentation(["Writes the members into `object`."])
    printer.block("\(access)func encode(to object: inout TypedMedia.JSONObject)") { printer in
      properties.map { (coding: $0.coding, name: $0.storageName) }.render(to: &printer)
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
    printer.block("\(access)func encode(to object: inout TypedMedia.JSONObject)") { printer in
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
        let payload = choice.members.filter(\.isStored).enumerated().map { index, member -> Code in
          (index == 0 ? "" : "\(label: member.name): ") + (member.decoding ?? "")
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
  let access: Code

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the value, as the first of the types that loses nothing of it."])
    printer.block("\(access)init(json: TypedMedia.JSON) throws") { printer in
      for alternative in alternatives {
        printer.block("if let value: \(alternative.type.code) = json.lossless()") { printer in
          printer.line("self = .\(label: alternative.name)(value)")
          printer.line("return")
        }
      }
      let names = alternatives.map { alternative -> Code in "\(literal: alternative.name)" }
      printer.line("throw TypedMedia.JSONMismatch(noneOf: \(names.joined(separator: ", ")))")
    }
    printer.line()
    printer.documentation(["The value as it is sent."])
    printer.block("\(access)var json: TypedMedia.JSON") { printer in
      printer.line("switch self {")
      for alternative in alternatives {
        printer.line("case .\(label: alternative.name)(let value): value.json")
      }
      printer.line("}")
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
        "\(name: property.storageName)\(property.isRequired ? "" : "?").json"
      }
      printer.line(".elements([\(elements.joined(separator: ", "))])")
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
