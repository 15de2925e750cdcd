/// Says in a few words what a schema is for.
enum SchemaSummary {
  /// The summary of a schema: its title, its values, its types.
  static func text(_ schema: JSON) -> String {
    if let constant = schema["const"] { return constant.excerpt(of: 40) }
    if let values = schema["enum"]?.array, !values.isEmpty { return Enumeration(values).allowed }
    if let title = schema["title"]?.string, !title.isEmpty { return "'\(title)'" }
    if let names = schema["required"]?.array?.compactMap(\.string), !names.isEmpty {
      return "an object with \(names.listed("and"))"
    }
    let types = schema["type"].flatMap(TypeSet.init)?.allowed
    if let pattern = schema["pattern"]?.string {
      return "\(types ?? "text") that matches \(pattern)"
    }
    if let types { return types }
    if let reference = schema["$ref"]?.string {
      return "'\(reference.split(separator: "/").last ?? "#")'"
    }
    return schema.excerpt(of: 40)
  }
}
