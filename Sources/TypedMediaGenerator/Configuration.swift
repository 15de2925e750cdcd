public import TypedMediaSchema

/// The settings that a target's `typed-media.json` has: how the requests that are generated in it
/// look.
public struct Configuration: Sendable {
  /// The name of the file.
  public static let fileName = "typed-media.json"

  /// The access of the generated types.
  public enum Access: String, CaseIterable, Sendable {
    case `public`, package, `internal`
  }

  /// The protocol that requests conform to; `GenerationRequest` by default.
  public var protocolName = "GenerationRequest"
  /// The protocol that what models answer conforms to; `ModelOutput` for requests to no service that is known.
  /// Where ``protocolName`` is another and this is `nil`, no types are made of answers: the service's requests
  /// all have the same.
  public var outputProtocolName: String?
  /// The modules to import besides TypedMedia: the one that declares the protocol, say.
  public var imports: [String] = []
  /// The access of the generated types; `internal` by default.
  public var access = Access.internal
  /// The models to generate, as patterns with `*` and `?`; all by default.
  public var models = ["*"]
  /// The name of the type that lists the models; the module's name and `Models` by default.
  public var catalogName: String?
  /// Names to use instead of the ones that are made.
  public var renames: [Rename] = []
  /// The objects whose members become properties of what the object is in.
  public var flattenings: [Place] = []
  /// The file, for diagnostics; `nil` for the defaults.
  var file: SourceFile?

  /// The configuration of a target that has none.
  public init() {}

  /// A place in some models' schemas.
  public struct Place: Hashable, Sendable {
    /// The models, as a pattern.
    public var model: String
    /// The place in the model's schema; `nil` for the model's type itself.
    public var pointer: JSONPointer?

    /// Creates a place.
    public init(model: String, pointer: JSONPointer? = nil) {
      self.model = model
      self.pointer = pointer
    }

    func matches(_ pointer: JSONPointer, in model: ModelSource) -> Bool {
      self.pointer == pointer && Pattern(self.model).matches(model.name)
    }
  }

  /// One name to use.
  public struct Rename: Hashable, Sendable {
    /// The place.
    public var place: Place
    /// The name.
    public var name: String

    /// Creates a rename.
    public init(_ place: Place, to name: String) {
      self.place = place
      self.name = name
    }
  }

  /// Reads `typed-media.json`.
  ///
  /// - Throws: ``GenerationFailure`` with every mistake in it.
  public init(_ file: SourceFile) throws(GenerationFailure) {
    self.file = file
    var reader: ConfigurationReader
    do {
      reader = ConfigurationReader(file: file, document: try file.document())
    } catch {
      throw GenerationFailure(diagnostics: [error])
    }
    reader.read(into: &self)
    if !reader.diagnostics.isEmpty { throw GenerationFailure(diagnostics: reader.diagnostics) }
  }

  /// Tells whether each model looks the same under both, whatever other models there are.
  ///
  /// A name that is given to a type in one model is that of equal types in all others.
  package func makesTheSame(as other: Configuration) -> Bool {
    let places = renames + other.renames
    return places.allSatisfy { $0.place.pointer == nil } && renames == other.renames
      && flattenings == other.flattenings && models == other.models && imports == other.imports
      && access == other.access && protocolName == other.protocolName
      && outputProtocolName == other.outputProtocolName
      && catalogName == other.catalogName
  }

  /// The protocol that the types of answers conform to; `nil` where there are none.
  var answerProtocolName: String? {
    outputProtocolName ?? (protocolName == "GenerationRequest" ? "ModelOutput" : nil)
  }

  /// Something to say about a place in the file.
  func diagnostic(
    _ severity: Diagnostic.Severity, _ message: String, at place: JSONPointer, ofKey: Bool = false
  ) -> Diagnostic {
    let document = try? file?.document()
    return Diagnostic(
      severity, message, path: file?.path ?? Self.fileName,
      position: ofKey ? document?.position(ofKeyAt: place) : document?.position(of: place))
  }

  /// The place where the name is that a rename gives.
  func place(ofRename index: Int) -> JSONPointer {
    let keys = (try? file?.document())?.value["renames"]?.object?.keys ?? []
    return JSONPointer(tokens: ["renames"] + keys.dropFirst(index).prefix(1))
  }
}
