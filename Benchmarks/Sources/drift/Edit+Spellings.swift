import TypedMediaSchema

extension Edit {
  /// Edits of what is said to people.
  static let words: [Edit] = [
    words("described otherwise", "description-changed") { schema in
      schema["description"] = "Quite another description."
      return true
    },
    words("an example more", "description-changed") { schema in
      schema["examples"] = .array((schema["examples"]?.array ?? []) + ["quite new"])
      return true
    },
    words("marked otherwise", "annotation-changed") { schema in
      schema["x-quite-new"] = true
      return true
    },
    words("deprecated", "deprecated") { schema in
      guard schema["deprecated"] == nil else { return false }
      schema["deprecated"] = true
      return true
    },
    type("another format", "format-changed") { schema, _ in
      guard schema.type == "string", schema.isBare else { return false }
      schema["format"] = "uri"
      return true
    },
  ]

  /// Edits that say the same in other words.
  static let spellings: [Edit] = [
    type("values in another order") { schema, _ in
      guard let values = schema["enum"]?.array, values.count > 1 else { return false }
      schema["enum"] = .array(values.reversed())
      return true
    },
    type("keywords in another order") { schema, _ in
      guard schema.count > 1, schema["properties"] == nil else { return false }
      schema = schema.inReverse
      return true
    },
    Edit("required in another order") { document, site, _ in
      var isMade = false
      document.edit(site.parent) { object in
        guard let names = object["required"]?.array, names.count > 1 else { return }
        object["required"] = .array(names.reversed())
        isMade = true
      }
      return isMade ? [] : nil
    },
    Edit("null in another spelling") { document, site, _ in
      guard site.inner == site.outer + ["anyOf", "0"] else { return nil }
      var isMade = false
      document.edit(site.outer) { schema in
        guard let inner = schema["anyOf"]?[0]?.object, let type = inner.type, !inner.isListed else {
          return
        }
        schema["anyOf"] = nil
        for (key, value) in inner where schema[key] == nil { schema[key] = value }
        schema["type"] = [.string(type), "null"]
        isMade = true
      }
      return isMade ? [] : nil
    },
    Edit("null first") { document, site, _ in
      guard site.inner == site.outer + ["anyOf", "0"] else { return nil }
      document.edit(site.outer) { $0["anyOf"] = $0["anyOf"]?.array.map { .array($0.reversed()) } }
      return []
    },
    Edit("reference inlined") { document, site, _ in
      guard let name = site.name, site.inner.first == "$defs", site.inner.count == 2,
        site.inner == site.outer, let target = document[JSONPointer(tokens: site.inner)]?.object
      else { return nil }
      document.edit(site.parent + ["properties", name]) { schema in
        schema["$ref"] = nil
        schema["allOf"] = nil
        for (key, value) in target where schema[key] == nil { schema[key] = value }
      }
      return []
    },
    Edit("definition of its own") { document, site, _ in
      guard site.inner == site.outer, site.outer.first == "properties", site.name != nil,
        let schema = document[JSONPointer(tokens: site.outer)], schema["type"] != nil,
        document["$defs"]?["QuiteNew"] == nil
      else { return nil }
      document.edit(site.outer) { $0 = ["$ref": "#/$defs/QuiteNew"] }
      document.edit([]) { root in
        var definitions = root["$defs"]?.object ?? [:]
        definitions["QuiteNew"] = schema
        root["$defs"] = .object(definitions)
      }
      return []
    },
    type("written as allOf") { schema, _ in
      guard schema["properties"] == nil, schema["items"] == nil, schema.type != nil else {
        return false
      }
      var (rules, words) = (JSONObject(), JSONObject())
      for (key, value) in schema {
        let isRule = ["enum", "maximum", "maxLength", "minimum", "minLength", "type"].contains(key)
        if isRule { rules[key] = value } else { words[key] = value }
      }
      words["allOf"] = [.object(rules)]
      schema = words
      return true
    },
    type("minimum of integers excluded") { schema, _ in
      guard schema.type == "integer", let least = schema["minimum"]?.int, least > Int.min,
        schema["exclusiveMinimum"] == nil
      else { return false }
      schema["minimum"] = nil
      schema["exclusiveMinimum"] = .number(JSONNumber(least - 1))
      return true
    },
  ]
}
