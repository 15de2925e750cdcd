import TypedMediaSchema
import Workbench

/// A kind of edit: what it does to a schema at a site, and what that means.
struct Edit: Sendable {
  /// What it is called in the table.
  let name: String
  /// Makes the edit, unless the site is none for it.
  ///
  /// - Returns: What a comparison has to say; `nil` when nothing was edited.
  let make: @Sendable (inout JSON, Site, inout RandomNumbers) -> [Expected]?

  /// Something that a comparison has to say on the wire.
  struct Expected {
    /// Of which place.
    var place: String
    /// What has happened there, as one of these rules.
    var rules: Set<String>
  }

  init(
    _ name: String,
    _ make: @escaping @Sendable (inout JSON, Site, inout RandomNumbers) -> [Expected]?
  ) {
    (self.name, self.make) = (name, make)
  }

  /// An edit of the schema that says of what type the value is, in one place.
  ///
  /// - Parameter rules: What has to be said of it; nothing where there are none.
  static func type(
    _ name: String, _ rules: String...,
    by change: @escaping @Sendable (inout JSONObject, inout RandomNumbers) -> Bool
  ) -> Edit {
    Edit(name) { document, site, random in
      var isMade = false
      var random2 = random
      document.edit(site.inner) { isMade = change(&$0, &random2) }
      random = random2
      guard isMade else { return nil }
      return rules.isEmpty ? [] : [Expected(place: site.place, rules: Set(rules))]
    }
  }

  /// An edit of the schema that describes the value.
  static func words(
    _ name: String, _ rules: String..., by change: @escaping @Sendable (inout JSONObject) -> Bool
  ) -> Edit {
    Edit(name) { document, site, _ in
      guard !site.isDescribedElsewhere else { return nil }
      var isMade = false
      document.edit(site.outer) { isMade = change(&$0) }
      guard isMade else { return nil }
      return rules.isEmpty ? [] : [Expected(place: site.place, rules: Set(rules))]
    }
  }

  /// All edits of what a model takes.
  static let all = values + bounds + types + properties + words + spellings
}

extension JSONObject {
  /// Whether the values are listed.
  var isListed: Bool { self["enum"] != nil }

  /// Of which one type the value is.
  var type: String? { self["type"]?.string }

  /// Whether nothing is said but of which type the value is, and in words.
  var isBare: Bool {
    keys.allSatisfy { key in
      ["default", "description", "examples", "title", "type"].contains(key) || key.hasPrefix("x-")
    }
  }
}
