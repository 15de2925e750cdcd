import Foundation
package import TypedMedia

/// The snapshots of a service that come with the package, as they are in its folder of `schemas`.
package enum ShippedSnapshots {
  /// The records of all models, those of retired ones among them.
  package static func records(of service: String) throws -> [ModelRecord] {
    let folder = Documents.repository.appending(path: "schemas/\(service)")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" && $0.lastPathComponent != "snapshot.json" }
      .map { try ModelRecord(json: JSON(parsing: Data(contentsOf: $0))) }
  }

  /// The names of the models that a list of types has: of those that are not retired.
  package static func listedNames(of service: String) throws -> [String] {
    try records(of: service).filter { $0.object["x-retired"] == nil }.map(\.name).sorted()
  }
}
