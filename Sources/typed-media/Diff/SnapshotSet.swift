import TypedMediaGenerator

/// The snapshots of one module, and its configuration, wherever they were read from.
struct SnapshotSet {
  /// The models' files.
  private(set) var models: [SourceFile] = []
  /// The `typed-media.json` among them.
  private(set) var configuration: SourceFile?
  /// The `snapshot.json` among them.
  private(set) var stampFile: SourceFile?

  /// What the stamp says; `nil` where there is none that can be read: models are compared without one,
  /// too.
  var stamp: Stamp? { stampFile.flatMap { try? Stamp($0) } }

  /// No snapshots: a module that was not there yet, or is there no longer.
  init() {}

  /// Reads a file, or a folder.
  ///
  /// - Throws: ``Stop``.
  init(at path: String) throws(Stop) {
    let files = try SnapshotFiles(in: [path])
    for file in files.models {
      models.append(try SourceFile(reading: file.path, name: file.name.text))
    }
    if let found = files.configuration { configuration = try SourceFile(reading: found.path) }
    if let found = files.stamp { stampFile = try SourceFile(reading: found.path) }
  }

  /// Reads a file, or a folder, of a revision.
  ///
  /// - Throws: ``Stop``, also when there is no model.
  init(at path: String, in tree: GitTree, named name: String) throws(Stop) {
    guard try tree.has(path) else {
      throw Stop(message: "error: there is no '\(path)' in revision '\(name)'.", status: .noInput)
    }
    self.init(try tree.jsonFiles(at: path))
    guard !models.isEmpty else {
      throw Stop(message: "error: there is no model in '\(name):\(path)'.", status: .noInput)
    }
  }

  /// Tells the models from what else is among `files`.
  init(_ files: [SourceFile]) {
    for file in files {
      switch file.name.split(separator: "/").last.map(String.init) {
      case Configuration.fileName: configuration = file
      case Stamp.fileName: stampFile = file
      default: models.append(file)
      }
    }
  }
}
