import TypedMediaSchema

extension Edit {
  /// Edits of which properties there are, and whether they have to be there.
  static let properties: [Edit] = [
    added("optional property added", isRequired: false, "property-added"),
    added("required property added", isRequired: true, "required-property-added"),
    Edit("property removed") { document, site, _ in
      guard let name = site.name, document.isOneOfSeveral(site) else { return nil }
      document.edit(site.parent) { object in
        object.edit("properties") { $0[name] = nil }
        object.leaveOut(name)
      }
      return [Expected(place: site.place, rules: ["property-gone"])]
    },
    Edit("property renamed") { document, site, _ in
      guard let name = site.name, document.isOneOfSeveral(site) else { return nil }
      document.rename(name, to: name + "_v2", in: site)
      let rule = site.isRequired ? "required-property-added" : "property-added"
      return [
        Expected(place: site.place, rules: ["property-gone"]),
        Expected(place: site.place + "_v2", rules: [rule]),
      ]
    },
    Edit("property spelled otherwise") { document, site, _ in
      guard let name = site.name, name.wholeMatch(of: #/[a-z]{3,}_[a-z]{3,}/#) != nil,
        // Those are spelled in capitals, and values may be called like their property.
        !["fps", "ids", "url", "urls"].contains(name.split(separator: "_")[1]),
        document[JSONPointer(tokens: site.inner)]?["enum"] == nil, document.isOneOfSeveral(site)
      else { return nil }
      let parts = name.split(separator: "_").map(String.init)
      let other = parts[0] + parts[1].prefix(1).uppercased() + parts[1].dropFirst()
      document.rename(name, to: other, in: site)
      let prefix = site.parentPlace.isEmpty ? "" : site.parentPlace + "."
      return [Expected(place: prefix + other, rules: ["property-respelled"])]
    },
    Edit("property became required") { document, site, _ in
      guard let name = site.name, !site.isRequired, document.isOneOfSeveral(site) else {
        return nil
      }
      document.edit(site.parent) { object in
        object["required"] = .array((object["required"]?.array ?? []) + [.string(name)])
      }
      return [Expected(place: site.place, rules: ["became-required"])]
    },
    Edit("property became optional") { document, site, _ in
      guard let name = site.name, site.isRequired, document.isOneOfSeveral(site) else { return nil }
      document.edit(site.parent) { $0.leaveOut(name) }
      return [Expected(place: site.place, rules: ["became-optional"])]
    },
    closed("other members are refused", "check-tightened") { object in
      guard object["additionalProperties"] == nil else { return false }
      object["additionalProperties"] = false
      return true
    },
    closed("other members are taken", "check-loosened") { object in
      guard object["additionalProperties"] == false else { return false }
      object["additionalProperties"] = nil
      return true
    },
  ]

  private static func added(_ name: String, isRequired: Bool, _ rule: String) -> Edit {
    Edit(name) { document, site, _ in
      guard site.name != nil else { return nil }
      document.edit(site.parent) { object in
        object.edit("properties") { $0["quite_new"] = ["type": "string"] }
        if isRequired {
          object["required"] = .array((object["required"]?.array ?? []) + ["quite_new"])
        }
      }
      let prefix = site.parentPlace.isEmpty ? "" : site.parentPlace + "."
      return [Expected(place: prefix + "quite_new", rules: [rule])]
    }
  }

  private static func closed(
    _ name: String, _ rule: String, by change: @escaping @Sendable (inout JSONObject) -> Bool
  ) -> Edit {
    Edit(name) { document, site, _ in
      guard site.name != nil else { return nil }
      var isMade = false
      document.edit(site.parent) { isMade = change(&$0) }
      return isMade ? [Expected(place: site.parentPlace, rules: [rule])] : nil
    }
  }
}

extension JSON {
  /// Whether a site is a property beside others, and no constant.
  fileprivate func isOneOfSeveral(_ site: Site) -> Bool {
    let object = self[JSONPointer(tokens: site.parent)]
    return (object?["properties"]?.object?.count ?? 0) > 2
      && self[JSONPointer(tokens: site.inner)]?["enum"]?.array?.count != 1
  }

  fileprivate mutating func rename(_ name: String, to other: String, in site: Site) {
    edit(site.parent) { object in
      object["properties"] = object["properties"]?.object.map {
        .object($0.renaming(name, to: other))
      }
      object["required"] = object["required"]?.array.map { names in
        .array(names.map { $0.string == name ? .string(other) : $0 })
      }
    }
  }
}

extension JSONObject {
  fileprivate mutating func edit(_ key: String, _ change: (inout JSONObject) -> Void) {
    self[key]?.edit([], change)
  }

  /// Takes a property from those that have to be there.
  fileprivate mutating func leaveOut(_ name: String) {
    guard let names = self["required"]?.array else { return }
    self["required"] = .array(names.filter { $0.string != name })
  }
}
