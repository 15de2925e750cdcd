import TypedMediaGenerator

/// Which file the code of each model goes to.
struct OutputNames {
  private let module: String
  private var byPath: [String: String] = [:]

  private var catalog: String { "\(module)Models.generated.swift" }
  private var sharedTypes: String { "\(module)SharedTypes.generated.swift" }

  /// Names the files of `models`.
  ///
  /// - Throws: ``Stop`` when two of them would be one.
  init(of models: [FoundFile], module: String) throws(Stop) {
    self.module = module
    // Some file systems take names that differ in case for one.
    var owners = [catalog.lowercased(): "the list of the models"]
    owners[sharedTypes.lowercased()] = "the types that models share"
    for model in models {
      let name = model.name.output
      byPath[model.path] = name
      if let other = owners.updateValue("'\(model.path)'", forKey: name.lowercased()) {
        throw Stop(
          message: """
            error: '\(model.path)' and \(other) would both be \(name); rename the file, or give the \
            folder that the files have in common.
            """, status: .badData)
      }
    }
  }

  /// The text of each file that has code, by its name.
  func files(of output: RequestGenerator.Output) -> [String: String] {
    var files = [catalog: output.catalog, sharedTypes: output.sharedTypes]
    for (path, text) in output.requests where OutputFolder.isGenerated(text.utf8) {
      files[byPath[path] ?? ""] = text
    }
    return files
  }
}
