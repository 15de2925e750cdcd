import TypedMediaSchema

extension RequestGenerator {
  /// Snapshots that were read, and the names of their types.
  package struct Reading {
    /// The snapshots of the models that are wanted, in the order of the models' names.
    package let sources: [ModelSource]
    let names: ModelNames
    let diagnostics: [Diagnostic]
    /// The name of the type of each model that is wanted, by the model's name.
    package let typeNames: [String: String]

    init(of sources: [ModelSource], named names: ModelNames, diagnostics: [Diagnostic]) {
      (self.sources, self.names, self.diagnostics) = (sources, names, diagnostics)
      typeNames = Dictionary(sources.map { ($0.name, names[$0.name]) }) { first, _ in first }
    }
  }

  /// Reads `files`, whose order makes no difference.
  ///
  /// - Parameter known: What was read before: a file that is the same is not read again.
  package func reading(of files: [SourceFile], besides known: Reading? = nil) -> Reading {
    let (sources, diagnostics) = read(files, besides: known?.sources ?? [])
    let patterns = configuration.models.map { Pattern($0) }
    let wanted = sources.filter { source in patterns.contains { $0.matches(source.name) } }
    let names = ModelNames(
      of: wanted.map(\.name), configuration: configuration, kept: stamp?.names ?? [:])
    return Reading(
      of: wanted, named: names,
      diagnostics: diagnostics + names.diagnostics(of: wanted) + unfitPatterns(for: sources))
  }

  /// Reads the files, in the order of the models' names, which are told apart.
  func read(
    _ files: [SourceFile], besides known: [ModelSource] = []
  ) -> ([ModelSource], [Diagnostic]) {
    let known = Dictionary(known.map { ($0.file.lastName, $0) }) { first, _ in first }
    var sources: [String: ModelSource] = [:]
    var diagnostics: [Diagnostic] = []
    let inOrder = files.sorted { $0.path < $1.path }
    let read = inOrder.concurrentMap { file in
      if let source = known[file.lastName], source.file.data == file.data {
        return Result<ModelSource, Diagnostic>.success(source)
      }
      return Result { () throws(Diagnostic) in try ModelSource(file) }
    }
    for (file, result) in zip(inOrder, read) {
      do throws(Diagnostic) {
        let source = try result.get()
        if let other = sources[source.name] {
          throw Diagnostic(
            .error,
            "\"\(source.name)\" is the model of \(other.file.path) too; remove one of the two files",
            path: file.path,
            position: source.namePosition)
        }
        sources[source.name] = source
      } catch {
        diagnostics.append(error)
      }
    }
    return (sources.values.sorted { $0.name < $1.name }, diagnostics)
  }
}

extension SourceFile {
  /// What the file is called in its folder.
  fileprivate var lastName: Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
    return path[path.utf8.index(after: slash)...]
  }
}
