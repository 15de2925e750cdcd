import TypedMediaSchema

/// Reads a configuration member by member, and collects what is wrong.
struct ConfigurationReader {
  let file: SourceFile
  let document: JSONDocument
  var diagnostics: [Diagnostic] = []

  static let keys = [
    "access", "catalog", "flatten", "imports", "models", "outputProtocol", "protocol", "renames",
  ]

  mutating func read(into configuration: inout Configuration) {
    guard case .object(let object) = document.value else {
      return report("this has to be an object with some of \(Self.list(Self.keys))", at: .root)
    }
    for (key, value) in object {
      let place = JSONPointer.root.appending(key)
      switch key {
      case "protocol":
        configuration.protocolName = protocolName(value, at: place) ?? configuration.protocolName
      case "outputProtocol":
        configuration.outputProtocolName = outputProtocolName(value, at: place)
      case "catalog": configuration.catalogName = catalogName(value, at: place)
      case "imports": configuration.imports = modules(value, at: place)
      case "models": configuration.models = texts(value, at: place)
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

  private mutating func protocolName(_ value: JSON, at place: JSONPointer) -> String? {
    if let name = value.string, Self.isTypePath(name),
      name == "GenerationRequest" || !Reserved.isTaken(type: name)
    {
      return name
    }
    report(
      "\"protocol\" has to be the name of a Swift type, a protocol that refines GenerationRequest",
      at: place)
    return nil
  }

  private mutating func outputProtocolName(_ value: JSON, at place: JSONPointer) -> String? {
    if let name = value.string, Self.isTypePath(name),
      name == "ModelOutput" || !Reserved.isTaken(type: name)
    {
      return name
    }
    report(
      "\"outputProtocol\" has to be the name of a Swift type, a protocol that refines ModelOutput",
      at: place)
    return nil
  }

  private mutating func catalogName(_ value: JSON, at place: JSONPointer) -> String? {
    if let name = value.string, Identifier.isType(name), !Reserved.isTaken(type: name) {
      return name
    }
    report(
      "\"catalog\" has to be the name of a Swift type to declare, such as \"AllModels\"", at: place)
    return nil
  }

  private mutating func modules(_ value: JSON, at place: JSONPointer) -> [String] {
    let names = texts(value, at: place)
    for (index, name) in names.enumerated()
    where !Identifier.isValid(name) || Reserved.isKeyword(name) {
      report("\"imports\" has to be names of modules, such as \"Hoox\"", at: place.appending(index))
    }
    return names
  }

  private mutating func texts(_ value: JSON, at place: JSONPointer) -> [String] {
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
      guard let renamed = self.place(key, at: place, ofKey: true) else { return nil }
      guard let name = value.string else {
        report("a rename has to be to a Swift name, such as \"MediaReference\"", at: place)
        return nil
      }
      if let problem = Self.problem(of: name, forModel: renamed.pointer == nil) {
        report("a rename has to be to a Swift name, and \(problem)", at: place)
        return nil
      }
      return Configuration.Rename(renamed, to: name)
    }
  }

  /// The reason why a model, or a place in its schema, cannot be called `name`; `nil` when it can.
  private static func problem(of name: String, forModel isModel: Bool) -> String? {
    if name.contains(".") {
      if isModel { return "that of a model's type, which is declared here, has no module in front" }
      return isTypePath(name)
        ? nil : "one with a module in front is that of a type, such as \"Hoox.MediaReference\""
    }
    guard Identifier.isValid(name) else { return "\"\(name)\" is none" }
    guard isModel || Identifier.isType(name) else {
      return Reserved.isTaken(member: name)
        ? "\"\(name)\" is what every generated type has, or Swift keeps for itself" : nil
    }
    if !Identifier.isType(name) {
      return "a model's begins with a capital letter, such as \"Clip\""
    }
    return Reserved.isTaken(type: name)
      ? "\"\(name)\" is that of a type which generated code uses, or Swift keeps for itself" : nil
  }

  /// Tells whether `name` is that of a type, with or without the names of what it is in.
  private static func isTypePath(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.allSatisfy { Identifier.isValid($0) && !Reserved.isKeyword(String($0)) }
      && parts.last.map { Identifier.isType($0) } == true
  }

  private mutating func flattenings(_ value: JSON, at place: JSONPointer) -> [Configuration.Place] {
    texts(value, at: place).enumerated().compactMap { index, text in
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
    guard parts.count == 2 else { return Configuration.Place(model: text) }
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
