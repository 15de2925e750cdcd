/// Writes how a struct reads and writes its members.
struct StructureCoding {
  let properties: [TypeBlueprint.Property]
  let access: String

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the members of `object`."])
    printer.block("\(access)init(from object: JSONObject) throws") { printer in
      for property in properties {
        if let expression = property.decoding {
          printer.line("\(Reserved.escaped(property.name)) = \(expression)")
        }
      }
    }
    printer.line()
    printer.documentation(["Writes the members into `object`."])
    printer.block("\(access)func encode(to object: inout JSONObject)") { printer in
      for property in properties {
        printer.line(property.encoding(of: Reserved.escaped(property.name)))
      }
    }
  }
}

/// Writes how a choice reads and writes its members.
struct ChoiceCoding {
  let choices: [TypeBlueprint.Choice]
  let access: String

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the members of `object`."])
    printer.block("\(access)init(from object: JSONObject) throws") { printer in
      // The choice with the most members first: it has those of the smaller ones too.
      for choice in choices.sorted(by: { $0.requiredKeys.count > $1.requiredKeys.count }) {
        let keys = choice.requiredKeys.map(Literal.string).joined(separator: ", ")
        printer.block("if object.hasMembers(\(keys))") { printer in
          let payload = choice.members.enumerated().map { index, member in
            (index == 0 ? "" : "\(member.name): ") + (member.decoding ?? "")
          }
          printer.line(
            "self = .\(choice.name)(\(payload.joined(separator: ", ")))")
          printer.line("return")
        }
      }
      let alternatives = choices.map { Literal.string($0.requiredKeys.joined(separator: " and ")) }
      printer.line("throw JSONMismatch(noneOf: \(alternatives.joined(separator: ", ")))")
    }
    printer.line()
    printer.documentation(["Writes the members into `object`."])
    printer.block("\(access)func encode(to object: inout JSONObject)") { printer in
      printer.line("switch self {")
      for choice in choices {
        let names = choice.members.map { Reserved.escaped($0.name) }
        printer.line("case .\(choice.name)(\(names.map { "let \($0)" }.joined(separator: ", "))):")
        printer.indented { printer in
          for (member, name) in zip(choice.members, names) {
            printer.line(member.encoding(of: name))
          }
        }
      }
      printer.line("}")
    }
  }
}

extension TypeBlueprint.Choice {
  /// The members on the wire that have to be there.
  fileprivate var requiredKeys: [String] {
    members.filter(\.isRequired).flatMap { member in
      switch member.coding {
      case .member(let key), .element(let key), .constant(let key, _): [key]
      case .group(let keys): keys
      }
    }
  }
}

extension TypeBlueprint.Property {
  /// The expression that reads the property; `nil` when there is nothing to read.
  fileprivate var decoding: String? {
    switch coding {
    case .member(let key):
      "try object.\(isRequired ? "required" : "optional")(\(Literal.string(key)))"
    case .element(let key):
      "try object.\(isRequired ? "requiredElement" : "optionalElement")(\(Literal.string(key)))"
    case .group(let keys):
      isRequired
        ? "try .init(from: object)"
        : "try object.members(\(keys.map(Literal.string).joined(separator: ", ")))"
    case .constant: nil
    }
  }

  /// The statement that writes the property.
  fileprivate func encoding(of name: String) -> String {
    switch coding {
    case .member(let key): "object.set(\(Literal.string(key)), \(name))"
    case .element(let key): "object.setElement(\(Literal.string(key)), \(name))"
    case .group: "object.setMembers(\(name))"
    case .constant(let key, let value):
      "object[\(Literal.string(key))] = \(Literal.json(value))"
    }
  }
}
