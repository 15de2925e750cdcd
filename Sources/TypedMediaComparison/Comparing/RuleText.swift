import TypedMediaSchema

/// Rules about several members, in words where these are shorter than the rules.
enum RuleText {
  /// The rules that are on one side alone, a line for each, or for each of the alternatives that are on
  /// one side alone.
  static func lines(_ before: Set<JSON>, _ after: Set<JSON>) -> (before: [String], after: [String])
  {
    let (old, new) = (Set(before.flatMap(lines)), Set(after.flatMap(lines)))
    return (old.subtracting(new).sorted(), new.subtracting(old).sorted())
  }

  private static func lines(_ rule: JSON) -> [String] {
    guard let object = rule.object, object.count == 1 else { return [rule.text()] }
    let (keyword, value) = object[0]
    switch keyword {
    case "anyOf", "oneOf":
      let modes = (value.array ?? []).map(mode)
      let texts = modes.compactMap { $0 }
      guard !texts.isEmpty, texts.count == modes.count else { return [rule.text()] }
      return texts.map { keyword == "oneOf" ? "one of: \($0)" : "either: \($0)" }
    case "dependentRequired":
      return (value.object ?? [:]).map { name, needs in
        "\(name) needs \(list((needs.array ?? []).compactMap(\.string)))"
      }
    default: return [rule.text()]
    }
  }

  /// One of several ways to fill in an object; `nil` where more is said of it.
  private static func mode(_ schema: JSON) -> String? {
    guard let object = schema.object,
      object.keys.allSatisfy(["properties", "required", "type"].contains)
    else { return nil }
    var words: [String] = []
    let required = (object["required"]?.array ?? []).compactMap(\.string)
    if !required.isEmpty { words.append("with \(list(required))") }
    var excluded: [String] = []
    for (name, rule) in object["properties"]?.object ?? [:] {
      if rule == false {
        excluded.append(name)
      } else if let values = rule["enum"]?.array ?? rule["const"].map({ [$0] }),
        rule.object?.count == 1
      {
        words.append("\(name) \(values.listed)")
      } else if rule != true, rule != [:] {
        return nil
      }
    }
    if !excluded.isEmpty { words.insert("without \(list(excluded))", at: required.isEmpty ? 0 : 1) }
    return words.isEmpty ? "with anything" : words.joined(separator: "; ")
  }

  private static func list(_ names: [String]) -> String { names.sorted().joined(separator: ", ") }
}
