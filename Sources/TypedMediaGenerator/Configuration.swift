import Foundation
import TypedMediaSchema

/// What a target's `typed-media.json` says: how the requests that are generated in it look.
public struct Configuration: Sendable {
  /// Who may use the generated types.
  public enum Access: String, CaseIterable, Sendable {
    case `public`, package, `internal`
  }

  /// The protocol that requests conform to; `GenerationRequest` by default.
  public var protocolName = "GenerationRequest"
  /// The modules to import besides TypedMedia: the one that declares the protocol, say.
  public var imports: [String] = []
  /// Who may use the generated types; `internal` by default.
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
    var model: String
    /// The place in the model's schema; `nil` for the model's type itself.
    var pointer: JSONPointer?

    func matches(_ pointer: JSONPointer, in model: ModelSource) -> Bool {
      self.pointer == pointer && Pattern(self.model).matches(model.name)
    }
  }

  /// One name to use.
  public struct Rename: Hashable, Sendable {
    /// Where.
    var place: Place
    /// The name.
    var name: String
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
}

/// Reads a configuration member by member, and collects what is wrong.
private struct ConfigurationReader {
  let file: SourceFile
  let document: JSONDocument
  var diagnostics: [Diagnostic] = []

  static let keys = [
    "access", "catalog", "flatten", "imports", "models", "protocol", "renames",
  ]

  mutating func read(into configuration: inout Configuration) {
    guard case .object(let object) = document.value else {
      return report("this has to be an object with some of \(Self.list(Self.keys))", at: .root)
    }
    for (key, value) in object {
      let place = JSONPointer.root.appending(key)
      switch key {
      case "protocol":
        configuration.protocolName = typeName(value, at: place) ?? configuration.protocolName
      case "catalog": configuration.catalogName = typeName(value, at: place)
      case "imports": configuration.imports = names(value, at: place)
      case "models": configuration.models = names(value, at: place)
      case "access":
        if let access = value.string.flatMap(Configuration.Access.init) {
          configuration.access = access
        } else {
          let allowed = Self.list(Configuration.Access.allCases.map(\.rawValue))
          report("\"access\" has to be one of \(allowed)", at: place)
        }
      case "flatten": configuration.flattenings = flattenings(value, at: place)
      case "renames": configuration.renames = renames(value, at: place)
      default:
        report(
          "\"\(key)\" is not an option; the options are \(Self.list(Self.keys))", at: place,
          ofKey: true)
      }
    }
  }

  private mutating func typeName(_ value: JSON, at place: JSONPointer) -> String? {
    if let name = value.string, name.split(separator: ".").allSatisfy(Identifier.isType), name != ""
    {
      return name
    }
    report("\(place.tokens.last ?? "this") has to be the name of a Swift type", at: place)
    return nil
  }

  private mutating func names(_ value: JSON, at place: JSONPointer) -> [String] {
    guard let values = value.array, !values.isEmpty, values.allSatisfy({ $0.string != nil }) else {
      report(
        "\(place.tokens.last ?? "this") has to be a list of texts, with at least one", at: place)
      return []
    }
    return values.compactMap(\.string)
  }

  private mutating func renames(_ value: JSON, at place: JSONPointer) -> [Configuration.Rename] {
    guard let object = value.object else {
      report("\"renames\" has to be an object from places to Swift names", at: place)
      return []
    }
    return object.compactMap { key, value in
      let place = place.appending(key)
      guard let name = value.string, name.split(separator: ".").allSatisfy(Identifier.isValid),
        name != ""
      else {
        report("a rename has to be to a Swift name, such as \"MediaReference\"", at: place)
        return nil
      }
      return self.place(key, at: place, ofKey: true).map {
        Configuration.Rename(place: $0, name: name)
      }
    }
  }

  private mutating func flattenings(_ value: JSON, at place: JSONPointer) -> [Configuration.Place] {
    names(value, at: place).enumerated().compactMap { index, text in
      let place = place.appending(index)
      guard text.contains("#") else {
        report("what is flattened has to be a place in a schema, \(Self.example)", at: place)
        return nil
      }
      return self.place(text, at: place, ofKey: false)
    }
  }

  private mutating func place(
    _ text: String, at place: JSONPointer, ofKey: Bool
  ) -> Configuration.Place? {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return Configuration.Place(model: text, pointer: nil) }
    guard let pointer = JSONPointer(String(parts[1])) else {
      report(
        "what follows the # has to be a place in the model's schema, \(Self.example)", at: place,
        ofKey: ofKey)
      return nil
    }
    return Configuration.Place(model: String(parts[0]), pointer: pointer)
  }

  private static let example = "such as \"veo-3.1#/properties/resolution\""

  private mutating func report(_ message: String, at place: JSONPointer, ofKey: Bool = false) {
    let position = ofKey ? document.position(ofKeyAt: place) : document.position(of: place)
    diagnostics.append(Diagnostic(.error, message, path: file.path, position: position))
  }

  private static func list(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
