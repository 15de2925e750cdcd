import TypedMediaGenerator

/// The files that code is generated from, told apart by their names.
struct SnapshotFiles {
  /// The models' files.
  private(set) var models: [FoundFile] = []
  /// The `snapshot.json`, which says where the snapshots are from.
  private(set) var stamp: FoundFile?
  /// The `typed-media.json`, which says how the code looks.
  private(set) var configuration: FoundFile?

  /// Finds the files of `paths`.
  ///
  /// - Throws: ``Stop`` when something is missing, or there are several of what there may be one of.
  init(in paths: [String]) throws(Stop) {
    for file in try FoundFile.all(in: paths) {
      switch file.path.split(separator: "/").last.map(String.init) {
      case Stamp.fileName: try Self.keep(file, as: &stamp)
      case Configuration.fileName: try Self.keep(file, as: &configuration)
      default: models.append(file)
      }
    }
    guard !models.isEmpty else {
      throw Stop(
        message: "error: there is no model in \(paths.map { "'\($0)'" }.joined(separator: ", ")).",
        status: .noInput)
    }
  }

  private static func keep(_ file: FoundFile, as place: inout FoundFile?) throws(Stop) {
    if let other = place {
      throw Stop(
        message: """
          error: '\(other.path)' and '\(file.path)' are both here; a module has the snapshots of one \
          service: give each service a folder and a command of its own.
          """, status: .badData)
    }
    place = file
  }
}
