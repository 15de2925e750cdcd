import TypedMediaSchema
import Workbench

extension Edit {
  /// Edits of listed values, and of defaults.
  static let values: [Edit] = [
    type("value added", "value-added") { schema, _ in
      guard var values = schema["enum"]?.array, values.count > 1, schema.isOnlyListed,
        let last = values.last
      else { return false }
      if last.string != nil {
        values.append("quite-new")
      } else if last.number?.int != nil, let most = values.compactMap(\.int).max(), most < 1 << 40 {
        values.append(.number(JSONNumber(most + 7)))
      } else {
        return false
      }
      schema["enum"] = .array(values)
      return true
    },
    Edit("value removed") { document, site, random in
      // What is the default, wherever that is said, is a change of its own.
      let outer = document[JSONPointer(tokens: site.outer)]
      guard !site.isDescribedElsewhere,
        let schema = document[JSONPointer(tokens: site.inner)]?.object, schema.isOnlyListed,
        let values = schema["enum"]?.array, Set(values).count > 2
      else { return nil }
      let value = random.pick(values, or: nil)
      guard value != outer?["default"], value != schema["default"], !value.isNull else {
        return nil
      }
      document.edit(site.inner) { $0["enum"] = .array(values.filter { $0 != value }) }
      return [Expected(place: site.place, rules: ["value-gone"])]
    },
    Edit("constant changed") { document, site, _ in
      guard site.isRequired, !site.isNullable, site.name != nil else { return nil }
      var isMade = false
      document.edit(site.inner) { schema in
        guard let values = schema["enum"]?.array, values.count == 1, values[0].string != nil,
          schema.isOnlyListed, schema["default"] == nil
        else { return }
        schema["enum"] = ["quite-new"]
        isMade = true
      }
      return isMade ? [Expected(place: site.place, rules: ["constant-changed"])] : nil
    },
    Edit("default changed") { document, site, random in
      guard !site.isDescribedElsewhere,
        let schema = document[JSONPointer(tokens: site.inner)]?.object
      else { return nil }
      var isMade = false
      document.edit(site.outer) { outer in
        guard let value = outer["default"], let other = schema.another(than: value) else { return }
        outer["default"] = other
        isMade = true
      }
      return isMade ? [Expected(place: site.place, rules: ["default-changed"])] : nil
    },
    words("default removed", "default-changed", "default-gone") { schema in
      guard let value = schema["default"], !value.isNull else { return false }
      schema["default"] = nil
      return true
    },
    words("default of null removed", "annotation-changed") { schema in
      guard schema["default"]?.isNull == true else { return false }
      schema["default"] = nil
      return true
    },
  ]
}

extension JSONObject {
  /// Whether the list alone says which values are taken.
  fileprivate var isOnlyListed: Bool {
    ["maxLength", "maximum", "minimum", "minLength", "multipleOf", "pattern"]
      .allSatisfy { self[$0] == nil }
  }

  /// Another value that is taken, of the same type.
  fileprivate func another(than value: JSON) -> JSON? {
    if let values = self["enum"]?.array {
      guard values.contains(value) else { return nil }
      return values.first { $0 != value && !$0.isNull }
    }
    switch value {
    case .bool(let isTrue): return .bool(!isTrue)
    case .string where isBare: return "quite new"
    case .number(let number):
      guard let number = number.int else { return nil }
      let others = [number - 1, number + 1].filter { other in
        (self["minimum"]?.double).map { $0 <= Double(other) } ?? true
          && (self["maximum"]?.double).map { $0 >= Double(other) } ?? true
      }
      return others.first.map { .number(JSONNumber($0)) }
    default: return nil
    }
  }
}
