import TypedMediaSchema

extension Edit {
  /// Edits of what a model answers.
  static let outputs: [Edit] = [
    Edit("answer: member added") { document, site, _ in
      guard site.name != nil else { return nil }
      document.edit(site.parent + ["properties"]) { $0["quite_new"] = ["type": "string"] }
      let prefix = site.parentPlace.isEmpty ? "" : site.parentPlace + "."
      return [Expected(place: prefix + "quite_new", rules: ["output-member-added"])]
    },
    Edit("answer: member removed") { document, site, _ in
      guard let name = site.name else { return nil }
      document.edit(site.parent + ["properties"]) { $0[name] = nil }
      document.edit(site.parent) { object in
        object["required"] = object["required"]?.array.map { names in
          .array(names.filter { $0.string != name })
        }
      }
      return [Expected(place: site.place, rules: ["output-member-gone"])]
    },
    Edit("answer: member may be missing") { document, site, _ in
      guard let name = site.name, site.isRequired, !site.isNullable else { return nil }
      document.edit(site.parent) { object in
        object["required"] = object["required"]?.array.map { names in
          .array(names.filter { $0.string != name })
        }
      }
      return [Expected(place: site.place, rules: ["output-may-be-missing"])]
    },
    Edit("answer: member is always there") { document, site, _ in
      guard let name = site.name, !site.isRequired else { return nil }
      document.edit(site.parent) { object in
        object["required"] = .array((object["required"]?.array ?? []) + [.string(name)])
      }
      return [Expected(place: site.place, rules: ["output-changed"])]
    },
    Edit("answer: may be null") { document, site, _ in
      guard site.isRequired, site.outer == site.inner, site.name != nil else { return nil }
      var isMade = false
      document.edit(site.outer) { schema in
        guard let type = schema.type, !schema.isListed else { return }
        schema["type"] = [.string(type), "null"]
        isMade = true
      }
      return isMade ? [Expected(place: site.place, rules: ["output-may-be-missing"])] : nil
    },
    type("answer: another type", "output-type-changed") { schema, _ in
      guard schema.type == "string", schema.isBare else { return false }
      schema["type"] = "integer"
      return true
    },
    type("answer: numbers for integers", "output-type-changed") { schema, _ in
      guard schema.type == "integer", !schema.isListed else { return false }
      schema["type"] = "number"
      return true
    },
    type("answer: integers for numbers", "output-changed") { schema, _ in
      guard schema.type == "number", !schema.isListed else { return false }
      schema["type"] = "integer"
      return true
    },
    type("answer: value added", "output-value-added") { schema, _ in
      guard let values = schema["enum"]?.array, values.first?.string != nil else { return false }
      schema["enum"] = .array(values + ["quite-new"])
      return true
    },
    words("answer: described otherwise", "output-changed") { schema in
      schema["description"] = "Quite another description."
      return true
    },
  ]
}
