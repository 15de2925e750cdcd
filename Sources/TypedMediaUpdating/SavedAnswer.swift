public import Foundation

/// An answer of a service that was saved: a record, a list of records, or the list of the models as the
/// service gives it.
public struct SavedAnswer: Sendable {
  /// The file's path, for what is said of it.
  public let path: String
  /// The JSON.
  public let data: Data
  /// The date when it was saved, which is the date that the snapshots have.
  public let savedAt: Date

  /// Creates an answer.
  public init(_ data: Data, path: String, savedAt: Date = .now) {
    self.data = data
    self.path = path
    self.savedAt = savedAt
  }

  /// Reads an answer from a file.
  public init(contentsOf file: URL) throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    self.init(
      try Data(contentsOf: file), path: file.path,
      savedAt: attributes[.modificationDate] as? Date ?? .now)
  }
}
