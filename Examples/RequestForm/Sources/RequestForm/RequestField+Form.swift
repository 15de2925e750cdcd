import Foundation
import TypedMedia

extension RequestField {
  /// Whether there is nothing to build controls of, so that the value is written as JSON: the kind is
  /// open, or the type contains itself.
  var isWrittenAsJSON: Bool {
    switch kind {
    case .json: true
    case .object: fields.isEmpty
    case .list: element == nil
    case .alternatives: alternatives.isEmpty
    default: false
    }
  }

  /// Whether it is a list that has one element at most, which needs no number.
  var isSingleRow: Bool { kind == .list && count.maximum == 1 }

  /// What it is called in the form: a list of one at most is called after its element.
  var title: String { isSingleRow ? singularLabel : label }

  /// What the element of number `position` is called: `Reference 2` in `References`.
  func label(ofRow position: Int) -> String {
    isSingleRow ? singularLabel : "\(singularLabel) \(position + 1)"
  }

  private var singularLabel: String {
    let isPlural = label.hasSuffix("s") && !["ss", "us", "is"].contains { label.hasSuffix($0) }
    return isPlural ? String(label.dropLast()) : label
  }

  /// Whether what is filled in for its members says nothing that the user has not asked for.
  ///
  /// A default inside an optional object that needs more than its defaults would make the object
  /// be there, and then be incomplete.
  fileprivate var takesDefaults: Bool {
    !isExclusive && (isRequired || !fields.contains(where: \.isRequired))
  }

  /// Whether `value` could be one of this field.
  func takes(_ value: JSON) -> Bool {
    if value.isNull { return isNullable || isWrittenAsJSON }
    if isWrittenAsJSON { return kind != .list || value.array != nil }
    switch kind {
    case .text: return value.string != nil
    case .url: return (try? value.decoded(as: URL.self)) != nil
    case .date: return (try? value.decoded(as: Date.self)) != nil
    case .uuid: return (try? value.decoded(as: UUID.self)) != nil
    case .integer: return value.number?.isInteger == true
    case .number: return value.number != nil
    case .boolean: return value.bool != nil
    case .choice: return values.contains(value)
    case .list: return value.array?.allSatisfy { element?.takes($0) == true } == true
    case .object:
      guard let object = value.object else { return false }
      let isComplete = fields.allSatisfy { !$0.isRequired || object.contains($0.wireName) }
      return isComplete
        && object.allSatisfy { key, value in
          fields.contains { $0.wireName == key && $0.takes(value) }
        }
    case .alternatives: return alternatives.contains { $0.takes(value) }
    case .json: return true
    }
  }
}

extension [RequestField] {
  /// The body of the defaults.
  var defaults: JSONObject {
    var body = JSONObject()
    for field in self {
      if let value = field.defaultValue {
        body[field.wireName] = value.isNull ? nil : value
      } else if field.isRequired, field.values.count == 1 {
        body[field.wireName] = field.values[0]
      } else if field.kind == .object, field.takesDefaults {
        let members = field.fields.defaults
        body[field.wireName] = members.isEmpty ? nil : .object(members)
      }
    }
    return body
  }
}
