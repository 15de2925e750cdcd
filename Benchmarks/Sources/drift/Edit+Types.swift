import TypedMediaSchema

extension Edit {
  /// Edits of types.
  static let types: [Edit] = [
    type("type widened to numbers", "type-widened") { schema, _ in
      guard schema.type == "integer", !schema.isListed, schema["format"] == nil else {
        return false
      }
      schema["type"] = "number"
      return true
    },
    type("type narrowed to integers", "type-narrowed") { schema, _ in
      guard schema.type == "number", !schema.isListed, schema["format"] == nil,
        schema["multipleOf"] == nil
      else { return false }
      schema["type"] = "integer"
      return true
    },
    type("another type", "type-changed") { schema, _ in
      guard schema.type == "string", schema.isBare, schema["default"] == nil else { return false }
      schema["type"] = "boolean"
      return true
    },
    type("a text or a list of texts", "type-widened") { schema, _ in
      guard schema.type == "string", schema.isBare, schema["default"] == nil else { return false }
      schema["type"] = nil
      schema["anyOf"] = [["type": "string"], ["type": "array", "items": ["type": "string"]]]
      return true
    },
    type("one of two types more", "alternative-added") { schema, _ in
      guard let branches = schema["anyOf"]?.array, branches.count == 2,
        branches.allSatisfy({ $0["type"] != nil && $0["type"] != "null" })
      else { return false }
      schema["anyOf"] = .array(branches + [["type": "boolean"]])
      return true
    },
    Edit(
      "may be null",
      { document, site, _ in
        guard !site.isNullable, site.outer == site.inner, site.name != nil else { return nil }
        var isMade = false
        document.edit(site.outer) { schema in
          guard schema.type != nil, schema["enum"]?.array?.count != 1, schema["nullable"] == nil
          else {
            return
          }
          var (inner, outer) = (JSONObject(), JSONObject())
          for (key, value) in schema {
            let isWord = ["default", "description", "title", "examples"].contains(key)
            if isWord { outer[key] = value } else { inner[key] = value }
          }
          outer["anyOf"] = [.object(inner), ["type": "null"]]
          schema = outer
          isMade = true
        }
        return isMade ? [Expected(place: site.place, rules: ["became-nullable"])] : nil
      }),
    Edit(
      "may not be null",
      { document, site, _ in
        guard site.inner == site.outer + ["anyOf", "0"] else { return nil }
        var isMade = false
        document.edit(site.outer) { schema in
          guard let inner = schema["anyOf"]?[0]?.object, schema["default"]?.isNull != true else {
            return
          }
          schema["anyOf"] = nil
          for (key, value) in inner where schema[key] == nil { schema[key] = value }
          isMade = true
        }
        return isMade ? [Expected(place: site.place, rules: ["no-longer-nullable"])] : nil
      }),
  ]
}
