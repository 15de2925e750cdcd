import TypedMediaGenerator
import TypedMediaSchema

/// Lays out a model place by place, following the schema and the blueprint side by side.
struct SurfaceReader {
  private(set) var places: [Place] = []
  /// Tells whether every place was looked at.
  private(set) var isComplete = true

  /// Definitions that refer to each other fan out to more places than anybody reads.
  private static let mostPlaces = 5_000
  private static let greatestDepth = 32

  /// The definitions on the way to the place at hand, into which one does not go again.
  private var open: [JSONPointer] = []

  /// The members of the request that are left out.
  private let same: Set<String>

  /// - Parameters:
  ///   - request: The request's type; `nil` where only the schema is of interest.
  ///   - same: The members of the request to leave out.
  init(_ model: ModelSource, as request: TypeBlueprint?, besides same: Set<String> = []) {
    self.same = same
    let schema = model.schema
    var (type, scope) = (request, request?.nested ?? [])
    var declared = DeclaredMembers()
    if case .structure(let properties)? = type?.body, properties.count == 1,
      properties[0].isGroup, properties[0].name == "input",
      let input = scope.first(where: { $0.name == "Input" })
    {
      (type, scope) = (input, scope + input.nested)
      declared = DeclaredMembers(of: input, in: scope, heldBy: properties[0])
    }
    add(
      Place(path: [], schema: schema, isRequired: true, declaration: nil, type: request))
    open = [schema.definition ?? schema.place]
    properties(of: schema, type, at: [], in: scope, declared: declared)
  }

  private mutating func add(_ place: Place) {
    guard places.count < Self.mostPlaces else {
      isComplete = false
      return
    }
    places.append(place)
  }

  /// Adds a place, and those in it.
  ///
  /// - Parameters:
  ///   - reference: The type that it has in Swift; `nil` where that is not known.
  ///   - scope: The types that can be referred to, the innermost last.
  ///   - declared: What is declared of its members outside of it, for it was flattened.
  ///   - defaultDeclaration: The way that its default is declared; that of a list of at most one is its
  ///     element's.
  private mutating func read(
    _ schema: SchemaView, _ reference: TypeReference?, at path: [Place.Step],
    isRequired: Bool = true, as declaration: Declaration? = nil, in scope: [TypeBlueprint],
    declared: DeclaredMembers = DeclaredMembers(), default defaultDeclaration: String? = nil
  ) {
    let reference = reference?.unwrapped
    let type = reference.flatMap { reference -> TypeBlueprint? in
      // A list of at most one is its element in Swift; the type is that of the element.
      guard case .named(let name) = reference, !schema.isListOfAtMostOne else { return nil }
      return scope.last { $0.name == name }
    }
    add(
      Place(
        path: path, schema: schema, isRequired: isRequired, declaration: declaration, type: type,
        defaultDeclaration: schema.isListOfAtMostOne ? nil : defaultDeclaration))
    if let definition = schema.definition {
      guard !open.contains(definition) else { return }
      open.append(definition)
    }
    defer { if schema.definition != nil { open.removeLast() } }
    guard isComplete, path.count < Self.greatestDepth else {
      isComplete = false
      return
    }
    let scope = scope + (type?.nested ?? [])
    if let alternatives = schema.alternatives {
      return self.alternatives(alternatives, type, at: path, in: scope)
    }
    elements(of: schema, reference, type, at: path, in: scope, default: defaultDeclaration)
    properties(
      of: schema, type, at: path, in: scope, declared: declared, element: reference?.value)
  }

  private mutating func alternatives(
    _ branches: [SchemaView], _ type: TypeBlueprint?, at path: [Place.Step],
    in scope: [TypeBlueprint]
  ) {
    var cases: [TypeBlueprint.Alternative?] = branches.map { _ in nil }
    if case .union(let alternatives)? = type?.body, alternatives.count == branches.count {
      cases = alternatives
    }
    var seen: [String: Int] = [:]
    for (branch, alternative) in zip(branches, cases) {
      let label = branch.label
      seen[label, default: 0] += 1
      let number = seen[label, default: 1]
      read(
        branch, alternative?.type ?? type.map { .named($0.name) },
        at: path + [.alternative(number == 1 ? label : "\(label)\(number)")],
        as: alternative.map { .alternative(name: $0.name, type: $0.type.spelling) }, in: scope)
    }
  }

  private mutating func elements(
    of schema: SchemaView, _ reference: TypeReference?, _ type: TypeBlueprint?,
    at path: [Place.Step], in scope: [TypeBlueprint], default defaultDeclaration: String?
  ) {
    var places: [TypeBlueprint.Property] = []
    if case .tuple(let properties)? = type?.body { places = properties }
    for (index, child) in schema.children("prefixItems").enumerated() {
      let place = places.indices.contains(index) ? places[index] : nil
      read(
        child, place?.type, at: path + [.position(index)], as: place.map(Declaration.init),
        in: scope)
    }
    if let items = schema.child("items") {
      var element: TypeReference?
      switch reference {
      case .array(let inner)?: element = inner
      case let other? where schema.isListOfAtMostOne: element = other
      default: break
      }
      read(
        items, element, at: path + [.element], in: scope,
        default: schema.isListOfAtMostOne ? defaultDeclaration : nil)
    }
  }

  /// The properties of the request that are not left out.
  private func changed(
    of schema: SchemaView
  ) -> [(name: String, schema: SchemaView, isRequired: Bool)] {
    // Nothing is left out where properties are declared elsewhere too.
    guard !same.isEmpty, let members = schema["properties"]?.object else {
      return schema.allProperties
    }
    let required = Set(schema.required)
    return schema.declaredNames(of: members).compactMap { name in
      guard !same.contains(name), let member = schema.offered(name) else { return nil }
      return (name, member, required.contains(name))
    }
  }

  /// - Parameters:
  ///   - declared: Declarations that are known from outside.
  ///   - element: The type of what has any name, where the object is a dictionary.
  private mutating func properties(
    of schema: SchemaView, _ type: TypeBlueprint?, at path: [Place.Step],
    in scope: [TypeBlueprint], declared: DeclaredMembers = DeclaredMembers(),
    element: TypeReference? = nil
  ) {
    var members = declared
    if let type { members.add(DeclaredMembers(of: type, in: scope, heldBy: nil)) }
    let inner = scope + members.nested
    for (key, child, isRequired) in path.isEmpty ? changed(of: schema) : schema.allProperties {
      read(
        child, members.types[[key]], at: path + [.property(key)],
        isRequired: isRequired, as: members.declarations[[key]], in: inner,
        declared: members.inside(key), default: members.defaults[[key]])
    }
    for key in schema.required where schema["properties"]?[key] == nil {
      read(
        .anything, members.types[[key]], at: path + [.property(key)],
        as: members.declarations[[key]], in: inner)
    }
    let rest = type?.members.first { if case .rest = $0.coding { true } else { false } }
    // A schema that says nothing of what may be there allows everything.
    if let additional = schema.additionalProperties ?? rest.map({ _ in .anything }) {
      read(
        additional, rest?.type.value ?? element, at: path + [.member], isRequired: false,
        as: rest.map(Declaration.init), in: inner)
    }
  }
}

extension TypeReference {
  /// The type without the wrapper that tells `null` from none.
  fileprivate var unwrapped: TypeReference {
    if case .nullable(let inner) = self { inner } else { self }
  }

  /// The type of a dictionary's values; `nil` where it is none.
  fileprivate var value: TypeReference? {
    if case .dictionary(let value) = self { value } else { nil }
  }
}

extension SchemaView {
  /// A schema that says nothing.
  fileprivate static var anything: SchemaView { SchemaView(document: [:]) }

  /// What one of several types is known by.
  var label: String {
    if let tag { return tag }
    if let definitionName { return definitionName }
    if self["enum"] != nil { return "values" }
    if let constant = self["const"] { return ValueText.text(of: constant) }
    return types.isEmpty ? "any" : types.joined(separator: "-or-")
  }
}
