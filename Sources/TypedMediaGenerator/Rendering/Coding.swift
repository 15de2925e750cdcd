/// Writes how a struct reads and writes its members.
struct StructureCoding {
  let properties: [TypeBlueprint.Property]
  let access: String

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the members of `object`."])
    printer.block("\(access)init(from object: JSONObject) throws") { printer in
      for property in properties {
        guard let expression = property.decoding else { continue }
        printer.line("\(property.storageName) = \(expression)")
      }
    }
    printer.line()
    printer.documentation(["Writes the members into `object`."])
    printer.block("\(access)func encode(to object: inout JSONObject)") { printer in
      for property in properties { printer.line(property.encoding(of: property.storageName)) }
    }
  }
}

/// Writes how a choice reads and writes its members.
struct ChoiceCoding {
  let choices: [TypeBlueprint.Choice]
  let access: String

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the members of `object`."])
    printer.block("\(access)init(from object: JSONObject) throws") { reading(to: &$0) }
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

  private func reading(to printer: inout CodePrinter) {
    // The choice with the most members first: it has those of the smaller ones too.
    for choice in choices.sorted(by: { $0.requiredKeys.count > $1.requiredKeys.count }) {
      let keys = choice.requiredKeys.map(Literal.string).joined(separator: ", ")
      printer.block("if object.hasMembers(\(keys))") { printer in
        let payload = choice.members.enumerated().map { index, member in
          (index == 0 ? "" : "\(member.name): ") + (member.decoding ?? "")
        }
        printer.line("self = .\(choice.name)(\(payload.joined(separator: ", ")))")
        printer.line("return")
      }
    }
    let alternatives = choices.map { Literal.string($0.requiredKeys.joined(separator: " and ")) }
    printer.line("throw JSONMismatch(noneOf: \(alternatives.joined(separator: ", ")))")
  }
}

/// Writes how a union reads and writes its values.
struct UnionCoding {
  let alternatives: [TypeBlueprint.Alternative]
  let access: String

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the value, as the first of the types that loses nothing of it."])
    printer.block("\(access)init(json: JSON) throws") { printer in
      for alternative in alternatives {
        printer.block("if let value: \(alternative.type.spelling) = json.lossless()") { printer in
          printer.line("self = .\(alternative.name)(value)")
          printer.line("return")
        }
      }
      let names = alternatives.map { Literal.string($0.name) }.joined(separator: ", ")
      printer.line("throw JSONMismatch(noneOf: \(names))")
    }
    printer.line()
    printer.documentation(["The value as it is sent."])
    printer.block("\(access)var json: JSON") { printer in
      printer.line("switch self {")
      for alternative in alternatives {
        printer.line("case .\(alternative.name)(let value): value.json")
      }
      printer.line("}")
    }
  }
}

/// Writes how a list with a value of its own at each place is read and written.
struct TupleCoding {
  let properties: [TypeBlueprint.Property]
  let access: String

  func render(to printer: inout CodePrinter) {
    printer.documentation(["Reads the elements of a list."])
    printer.block("\(access)init(json: JSON) throws") { printer in
      printer.line("let elements = try json.elements(upTo: \(properties.count))")
      for (index, property) in properties.enumerated() {
        let kind = property.isRequired ? "required" : "optional"
        printer.line("\(property.storageName) = try elements.\(kind)(\(index))")
      }
    }
    printer.line()
    printer.documentation(["The elements, as a list."])
    printer.block("\(access)var json: JSON") { printer in
      let elements = properties.map {
        $0.isRequired ? "\($0.storageName).json" : "\($0.storageName)?.json"
      }
      printer.line(".elements([\(elements.joined(separator: ", "))])")
    }
  }
}

extension TypeBlueprint.Choice {
  /// The members on the wire that have to be there.
  fileprivate var requiredKeys: [String] { members.filter(\.isRequired).flatMap(\.coding.keys) }
}

extension TypeBlueprint.Property {
  /// The expression that reads the property; `nil` when there is nothing to read.
  fileprivate var decoding: String? {
    let kind = isRequired ? "required" : "optional"
    return switch coding {
    case .member(let key): "try object.\(kind)(\(Literal.string(key)))"
    case .element(let key): "try object.\(kind)Element(\(Literal.string(key)))"
    case .nullable(let key): "try object.optional(\(Literal.string(key)))"
    case .explicit(let key): "try object.explicit(\(Literal.string(key)))"
    case .rest(let keys):
      keys.isEmpty ? "try object.rest()" : "try object.rest(except: \(Self.list(keys)))"
    case .group(let keys):
      isRequired ? "try .init(from: object)" : "try object.members(\(Self.list(keys)))"
    case .constant: nil
    }
  }

  /// The statement that writes the property.
  fileprivate func encoding(of name: String) -> String {
    switch coding {
    case .member(let key), .explicit(let key): "object.set(\(Literal.string(key)), \(name))"
    case .element(let key): "object.setElement(\(Literal.string(key)), \(name))"
    case .nullable(let key): "object.setNullable(\(Literal.string(key)), \(name))"
    case .rest: "object.setRest(\(name))"
    case .group: "object.setMembers(\(name))"
    case .constant(let key, let value): "object[\(Literal.string(key))] = \(Literal.json(value))"
    }
  }

  private static func list(_ keys: [String]) -> String {
    keys.map(Literal.string).joined(separator: ", ")
  }
}
