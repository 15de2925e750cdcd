public import Foundation

/// The schemas and bodies of real models, which are not part of this repository.
public struct Corpora {
  /// Their folder: the one in `TYPED_MEDIA_CORPORA`, else `shared/corpora` beside the repository.
  public let folder: URL

  /// Finds the corpora.
  ///
  /// - Throws: ``Absent``.
  public init() throws(Absent) {
    let path = ProcessInfo.processInfo.environment["TYPED_MEDIA_CORPORA"]
    folder =
      path.map { URL(fileURLWithPath: $0) }
      ?? Repository.folder.appendingPathComponent("../shared/corpora").standardizedFileURL
    guard FileManager.default.fileExists(atPath: schemas.path) else {
      throw Absent(folder: folder)
    }
  }

  /// The folder of the schemas: a folder for each source.
  public var schemas: URL { folder.appendingPathComponent("input_schemas") }
  /// The folder of the bodies: a folder for each source, and in it one for each model.
  public var instances: URL { folder.appendingPathComponent("instances") }

  /// The corpora are not where they are looked for.
  public struct Absent: Error, CustomStringConvertible {
    let folder: URL

    /// Where they were looked for, and how to say where they are.
    public var description: String {
      """
      There are no corpora at \(folder.path). \
      Put their folder into the environment variable TYPED_MEDIA_CORPORA.
      """
    }
  }
}
