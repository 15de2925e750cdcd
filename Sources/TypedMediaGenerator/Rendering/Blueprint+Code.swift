extension TypeBlueprint.Choice {
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
  /// The type as it is declared.
  var code: Code { isOptional ? "\(type.code)?" : type.code }
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
