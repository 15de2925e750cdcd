import TypedMediaSchema

/// A property, or the element of a list, whose schema can be edited so that it is known what that means.
struct Site {
  /// The way to the schema that says how the value is described.
  var outer: [String]
  /// The way to the schema that says of what type the value is: the same, or the one beside `null`.
  var inner: [String]
  /// What a comparison calls it.
  var place: String
  /// The name of the property; `nil` for an element.
  var name: String?
  /// The way to the object that the property is in.
  var parent: [String]
  /// What a comparison calls that.
  var parentPlace: String
  /// Whether it has to be there.
  var isRequired: Bool

  /// Whether it is described beside a reference, so that what the definition says of itself is not seen.
  var isDescribedElsewhere = false

  /// Whether it may be `null`.
  var isNullable: Bool { outer != inner }

  /// The sites of a schema, in their order.
  ///
  /// What is combined of several schemas, or referred to more than once, is left aside: there an edit
  /// means several things, or nothing.
  static func all(in document: JSON) -> [Site] {
    var finder = SiteFinder(document: document)
    finder.enter([], at: "", depth: 0)
    return finder.sites
  }
}

/// Finds the sites of a schema.
private struct SiteFinder {
  let document: JSON
  private(set) var sites: [Site] = []
  private let references: [String: Int]

  init(document: JSON) {
    self.document = document
    references = Self.references(in: document)
  }

  /// Looks through an object's properties.
  mutating func enter(_ tokens: [String], at place: String, depth: Int) {
    guard depth < 5, let object = document[JSONPointer(tokens: tokens)]?.object,
      let properties = object["properties"]?.object, Self.isPlain(object)
    else { return }
    let required = Set((object["required"]?.array ?? []).compactMap(\.string))
    for name in properties.keys {
      let path = place.isEmpty ? name : "\(place).\(name)"
      read(
        tokens + ["properties", name],
        Site(
          outer: [], inner: [], place: path, name: name, parent: tokens, parentPlace: place,
          isRequired: required.contains(name)), depth: depth)
    }
  }

  private mutating func read(_ tokens: [String], _ site: Site, depth: Int) {
    var site = site
    (site.outer, site.inner) = (tokens, tokens)
    guard var schema = document[JSONPointer(tokens: tokens)]?.object else { return }
    if let target = target(of: schema) {
      site.isDescribedElsewhere = schema.count > 1
      (site.outer, site.inner) = (target, target)
      schema = document[JSONPointer(tokens: target)]?.object ?? [:]
    }
    if let branches = schema["anyOf"]?.array, branches.count == 2, branches[1] == ["type": "null"] {
      site.inner = site.outer + ["anyOf", "0"]
      guard let branch = branches[0].object else { return }
      schema = branch
      if let target = target(of: schema) {
        site.inner = target
        schema = document[JSONPointer(tokens: target)]?.object ?? [:]
      }
    }
    guard Self.isPlain(schema), schema["readOnly"] == nil else { return }
    sites.append(site)
    if schema["properties"] != nil { enter(site.inner, at: site.place, depth: depth + 1) }
    if let items = schema["items"]?.object, schema["prefixItems"] == nil, !items.isEmpty {
      read(
        site.inner + ["items"],
        Site(
          outer: [], inner: [], place: site.place + "[]", name: nil, parent: site.parent,
          parentPlace: site.place, isRequired: true), depth: depth + 1)
    }
  }

  /// The way to the definition that a schema refers to, where nothing else does.
  private func target(of schema: JSONObject) -> [String]? {
    var reference = schema["$ref"]?.string
    if reference == nil, let parts = schema["allOf"]?.array, parts.count == 1 {
      reference = parts[0].object?.count == 1 ? parts[0]["$ref"]?.string : nil
    }
    let said = Set(schema.keys).subtracting(Self.words).filter { !$0.hasPrefix("x-") }
    guard let reference, said.subtracting(["$ref", "allOf"]).isEmpty, references[reference] == 1,
      let pointer = JSONPointer(uriFragment: String(reference.dropFirst())),
      document[pointer]?.object.map(Self.isPlain) == true
    else { return nil }
    return pointer.tokens
  }

  /// What says nothing of what is taken.
  private static let words: Set<String> = ["default", "description", "examples", "title"]

  /// Whether a schema is not combined of others.
  private static func isPlain(_ schema: JSONObject) -> Bool {
    ["$ref", "allOf", "anyOf", "const", "dependentRequired", "if", "not", "oneOf"]
      .allSatisfy { schema[$0] == nil }
  }

  private static func references(in json: JSON) -> [String: Int] {
    var counts: [String: Int] = [:]
    func count(_ json: JSON) {
      switch json {
      case .object(let object):
        for (key, value) in object {
          if key == "$ref", let text = value.string { counts[text, default: 0] += 1 }
          count(value)
        }
      case .array(let elements): elements.forEach(count)
      default: break
      }
    }
    count(json)
    return counts
  }
}

extension JSON {
  /// Changes the object at a path, which is there.
  mutating func edit(_ path: some Collection<String>, _ change: (inout JSONObject) -> Void) {
    switch self {
    case .object(var object):
      if let key = path.first {
        object[key]?.edit(path.dropFirst(), change)
      } else {
        change(&object)
      }
      self = .object(object)
    case .array(var elements):
      guard let index = path.first.flatMap({ Int($0) }), elements.indices.contains(index) else {
        return
      }
      elements[index].edit(path.dropFirst(), change)
      self = .array(elements)
    default: break
    }
  }
}

extension JSONObject {
  /// The same with another name for a member, in the same place.
  func renaming(_ name: String, to other: String) -> JSONObject {
    var object = JSONObject()
    for (key, value) in self { object[key == name ? other : key] = value }
    return object
  }

  /// The same in the opposite order.
  var inReverse: JSONObject {
    var object = JSONObject()
    for (key, value) in reversed() { object[key] = value }
    return object
  }
}
