extension TypeBlueprint.Choice {
  /// The case as people write of it.
  package var declaration: String {
    let payload = members.filter(\.isStored).enumerated().map { index, member in
      let label = index == 0 ? "" : "\(member.name): "
      return label + member.spelling + (member.isRequired ? "" : " = nil")
    }
    let list = payload.isEmpty ? "" : "(\(payload.joined(separator: ", ")))"
    return "case \(Reserved.escaped(name))\(list)"
  }

  /// The case as it is declared.
  var code: Code {
    let payload = members.filter(\.isStored).enumerated().map { index, member -> Code in
      let label: Code = index == 0 ? "" : "\(label: member.name): "
      return label + member.code + (member.isRequired ? "" : " = nil")
    }
    return payload.isEmpty
      ? "case \(name: name)" : "case \(name: name)(\(payload.joined(separator: ", ")))"
  }
}

extension TypeBlueprint.Property {
  /// Whether there is a property in Swift at all.
  package var isStored: Bool { !coding.isConstant }

  /// Whether its type is an optional.
  package var isOptional: Bool {
    coding.isNullable || !isRequired
  }

  /// The type as people write of it.
  package var spelling: String { type.spelling + (isOptional ? "?" : "") }

  /// The type as it is declared.
  var code: Code { isOptional ? "\(type.code)?" : type.code }

  /// The name under which the value is kept.
  var storageName: String {
    isDeprecated ? "stored" + name.prefix(1).uppercased() + name.dropFirst() : name
  }
}

extension TypeReference {
  /// The type as it is declared.
  var code: Code {
    switch self {
    case .named(let name): "\(type: name)"
    case .array(let element): "[\(element.code)]"
    case .dictionary(let value): "[\(type: "String"): \(value.code)]"
    case .nullable(let value): "TypedMedia.Nullable<\(value.code)>"
    }
  }
}
