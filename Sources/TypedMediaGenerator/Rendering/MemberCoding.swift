extension TypeBlueprint.Property {
  /// The expression that reads the property; `nil` when there is nothing to read.
  var decoding: Code? {
    coding.decoding(of: "object", isRequired: isRequired, isLenient: isLenient).map { "try \($0)" }
  }

  /// The statement that reads the property, or looks whether what is always sent is there.
  var reading: Code {
    switch (coding, isIndirect) {
    case (.member(let key), false) where !isRequired:
      let kind: Code = isLenient ? "readNullable" : "read"
      return "try object.\(kind)(\(literal: key), into: &\(name: storageName))"
    // What is behind a wrapper can be passed by `&` only when all properties are set.
    default:
      return decoding.map { "\(name: storageName) = \($0)" }
        ?? "try \(coding.check(of: "object"))"
    }
  }
}

extension TypeBlueprint.Coding {
  /// The expression that reads a member of `object`; `nil` when there is nothing to read.
  fileprivate func decoding(of object: Code, isRequired: Bool, isLenient: Bool) -> Code? {
    let kind: Code = isRequired ? "required" : isLenient ? "optional" : "present"
    switch self {
    case .member(let key): return "\(object).\(kind)(\(literal: key))"
    case .element(let key): return "\(object).\(kind)Element(\(literal: key))"
    case .emptiable(let key): return "\(object).emptiableElement(\(literal: key))"
    case .nullable(let key): return "\(object).requiredNullable(\(literal: key))"
    case .explicit(let key): return "\(object).explicit(\(literal: key))"
    case .rest(let keys):
      return keys.isEmpty ? "\(object).rest()" : "\(object).rest(except: \(Self.list(keys)))"
    case .group(let keys):
      return isRequired ? ".init(from: \(object))" : "\(object).members(\(Self.list(keys)))"
    case .constant: return nil
    case .inside(let key, let inner):
      return inner.decoding(of: "$0", isRequired: isRequired, isLenient: isLenient).map {
        "\(object).inside(\(literal: key)) { try \($0) }"
      }
    }
  }

  /// The expression that throws where a member of `object` does not have its only value.
  func check(of object: Code) -> Code {
    switch self {
    case .constant(let key, let value):
      "\(object).constant(\(literal: key), \(Literal.json(value)))"
    case .inside(let key, let inner):
      "\(object).inside(\(literal: key)) { try \(inner.check(of: "$0")) }"
    default: ""
    }
  }

  private static func list(_ keys: [String]) -> Code {
    keys.map { key -> Code in "\(literal: key)" }.joined(separator: ", ")
  }
}

extension [(coding: TypeBlueprint.Coding, name: String)] {
  /// Writes the statements that write the members from the values `name`; those inside of one object
  /// together.
  func render(to printer: inout CodePrinter) {
    var written: Set<String> = []
    for (coding, name) in self {
      switch coding {
      case .member(let key), .explicit(let key): printer.set("", key, name)
      case .element(let key): printer.set("Element", key, name)
      case .emptiable(let key): printer.set("EmptiableElement", key, name)
      case .nullable(let key): printer.set("Nullable", key, name)
      case .rest: printer.line("object.setRest(\(name: name))")
      case .group: printer.line("object.setMembers(\(name: name))")
      case .constant(let key, let value):
        printer.line("object.setConstant(\(literal: key), \(Literal.json(value)))")
      case .inside(let outer, _):
        guard written.insert(outer).inserted else { continue }
        let members: Self = compactMap { coding, name in
          if case .inside(outer, let inner) = coding { (inner, name) } else { nil }
        }
        printer.line("object.setInside(\(literal: outer)) { object in")
        printer.indented { members.render(to: &$0) }
        printer.line("}")
      }
    }
  }
}

extension CodePrinter {
  fileprivate mutating func set(_ kind: Code, _ key: String, _ name: String) {
    line("object.set\(kind)(\(literal: key), \(name: name))")
  }
}
