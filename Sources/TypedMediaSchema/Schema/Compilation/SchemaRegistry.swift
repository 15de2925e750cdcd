/// All the documents that a schema draws on, and where the schemas in them are.
struct SchemaRegistry {
  /// A place in one of the documents.
  struct Location: Hashable {
    var document: Int
    var pointer: JSONPointer
  }

  /// A schema with a URI of its own, by which others refer to it.
  struct Resource {
    var uri: SchemaURI
    var root: Location
    var rules: SchemaRules
    var anchors: [String: Location] = [:]
    /// The anchors that a dynamic reference looks for. The empty name stands for 2019-09's
    /// `$recursiveAnchor`.
    var dynamicAnchors: [String: Location] = [:]
  }

  var resources: [Resource] = []
  var resourcesByURI: [String: Int] = [:]
  /// The resource that each schema belongs to.
  var owners: [Location: Int] = [:]
  let options: JSONSchema.Options

  private var documents: [JSON] = []
  /// Tells whether nothing inside the first document has an address or a name of its own, so that all of it
  /// belongs to one resource, and need not be gone through.
  private let isPlain: Bool

  init(options: JSONSchema.Options, isPlain: Bool = false) {
    self.options = options
    self.isPlain = isPlain
  }

  /// Adds a document that was found at `uri`, and returns its root.
  @discardableResult
  mutating func add(_ document: JSON, at uri: SchemaURI) -> Location {
    let root = Location(document: documents.count, pointer: .root)
    documents.append(document)
    let rules = SchemaRules(options)
    resourcesByURI[uri.absolute] = resources.count
    resources.append(Resource(uri: uri, root: root, rules: rules))
    index(document, at: root, in: resources.count - 1, isAlone: isPlain && root.document == 0)
    return root
  }

  /// The schema at a location.
  func schema(at location: Location) -> JSON? { documents[location.document][location.pointer] }

  /// The resource that the schema at a location belongs to.
  func owner(of location: Location) -> Int { owners[location] ?? 0 }

  /// Finds what `reference` leads to, loading other documents as needed.
  mutating func locate(_ reference: String, from resource: Int) -> Location? {
    let target = SchemaURI(reference).resolved(against: resources[resource].uri)
    guard let owner = self.resource(at: target) else { return nil }
    let fragment = target.fragment ?? ""
    if fragment.isEmpty { return resources[owner].root }
    guard fragment.hasPrefix("/") else { return resources[owner].anchors[fragment] }
    guard let pointer = JSONPointer(uriFragment: fragment) else { return nil }
    return adopt(pointer, in: owner)
  }

  /// Finds a schema by pointer. One below a keyword that is unknown has not been seen before.
  private mutating func adopt(_ pointer: JSONPointer, in resource: Int) -> Location? {
    var location = resources[resource].root
    var owner = resource
    for token in pointer.tokens {
      location.pointer = location.pointer.appending(token)
      owner = owners[location] ?? owner
    }
    guard owners[location] == nil else { return location }
    guard let schema = schema(at: location) else { return nil }
    if isPlain, location.document == 0 { return location }
    index(schema, at: location, in: owner)
    return location
  }

  private mutating func resource(at uri: SchemaURI) -> Int? {
    let text = uri.absolute
    if let known = resourcesByURI[text] { return known }
    guard let document = Metaschema.document(at: text) ?? options.resolve?(text) else { return nil }
    var uri = uri
    uri.fragment = nil
    add(document, at: uri)
    return resourcesByURI[text]
  }
}
