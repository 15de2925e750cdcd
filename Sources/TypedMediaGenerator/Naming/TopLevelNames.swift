import TypedMediaSchema

/// The names that a module gets, each of which may be there once.
struct TopLevelNames {
  /// The names that are there more than once.
  private(set) var diagnostics: [Diagnostic] = []
  private let configuration: Configuration
  /// What has each name, in words.
  private var owners: [String: String]

  init(
    of models: [ModelSource], named names: ModelNames, besides shared: [String], catalog: String,
    configuration: Configuration
  ) {
    self.configuration = configuration
    owners = [configuration.protocolName: "the protocol"]
    take(
      catalog, for: "the list of the models", rename: nil,
      else: configuration.diagnostic(.error, "", at: JSONPointer(tokens: ["catalog"])))
    for model in models {
      take(
        names[model.name], for: "the model \(model.name)", rename: names.renames[model.name],
        else: Diagnostic(.error, "", path: model.file.path, position: model.namePosition))
    }
    for name in shared {
      let rename = configuration.renames.firstIndex { $0.name == name }
      take(
        name, for: "a type in several models", rename: rename,
        else: configuration.diagnostic(.error, "", at: JSONPointer(tokens: ["renames"])))
    }
  }

  /// Gives a name to something.
  ///
  /// - Parameters:
  ///   - rename: The rename by which it is called so.
  ///   - diagnostic: What to say where it is called so by none, without the words.
  private mutating func take(
    _ name: String, for owner: String, rename: Int?, else diagnostic: @autoclosure () -> Diagnostic
  ) {
    guard let other = owners.updateValue(owner, forKey: name) else { return }
    let message = "\(owner) is called \(name), and so is \(other)"
    guard let rename else {
      var diagnostic = diagnostic()
      diagnostic.message = "\(message); rename it in typed-media.json"
      return diagnostics.append(diagnostic)
    }
    diagnostics.append(
      configuration.diagnostic(
        .error, "\(message); use another name", at: configuration.place(ofRename: rename)))
  }
}
