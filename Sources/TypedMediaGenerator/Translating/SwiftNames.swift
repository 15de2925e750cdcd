import TypedMediaSchema

/// The names of properties in Swift that are not as they are sent, by their place in a request.
struct SwiftNames {
  private(set) var names = JSONObject()
  /// The number of places that are still looked at. Types that refer to each other fan out to more
  /// of them than anybody asks for.
  private var remaining = 10_000

  init(of request: TypeBlueprint) {
    collect(request, at: .root, in: [], open: [request.name])
  }

  /// - Parameters:
  ///   - scope: The types that can be referred to, the innermost last.
  ///   - open: The types that are being read, into which one does not go again.
  private mutating func collect(
    _ type: TypeBlueprint, at path: JSONPointer, in scope: [TypeBlueprint], open: [String]
  ) {
    let scope = scope + type.nested
    for (name, property) in type.namedProperties {
      collect(property, named: name, as: property.coding, at: path, in: scope, open: open)
    }
    if case .union(let alternatives) = type.body {
      for alternative in alternatives { follow(alternative.type, at: path, in: scope, open: open) }
    }
  }

  private mutating func collect(
    _ property: TypeBlueprint.Property, named name: String, as coding: TypeBlueprint.Coding,
    at path: JSONPointer, in scope: [TypeBlueprint], open: [String]
  ) {
    if case .inside(let key, let inner) = coding {
      let path = path.appending(key)
      return collect(property, named: name, as: inner, at: path, in: scope, open: open)
    }
    for key in coding.keys {
      let path = path.appending(key)
      if names[path.description] == nil, name != key { names[path.description] = .string(name) }
      if case .group = coding { continue }
      follow(property.type, at: path, in: scope, open: open)
    }
    if case .group = coding { follow(property.type, at: path, in: scope, open: open) }
  }

  private mutating func follow(
    _ reference: TypeReference, at path: JSONPointer, in scope: [TypeBlueprint], open: [String]
  ) {
    remaining -= 1
    guard remaining > 0, !open.contains(reference.name),
      let type = scope.last(where: { $0.name == reference.name })
    else { return }
    collect(type, at: path, in: scope, open: open + [type.name])
  }
}

extension TypeBlueprint {
  /// The properties, or the members of the cases, with the names that a user writes.
  fileprivate var namedProperties: [(name: String, property: Property)] {
    switch body {
    case .structure(let properties), .tuple(let properties): properties.map { ($0.name, $0) }
    case .choice(let choices):
      choices.flatMap { choice in
        choice.members.enumerated().map { index, member in
          (index == 0 && !member.coding.isInside ? choice.name : member.name, member)
        }
      }
    case .values, .openValues, .union, .alias: []
    }
  }
}
