public import Foundation
import TypedMediaSchema

/// The facts that a folder's `snapshot.json` has: where its snapshots are from, and when.
public struct Stamp: Sendable {
  /// The name of the file.
  public static let fileName = "snapshot.json"

  /// The service, as its folder is named.
  public let service: String
  /// `fetched` or `documentation`.
  public let origin: String
  /// The day.
  public let date: String
  /// The names of the models' types, by the models' names; empty where the stamp keeps none.
  ///
  /// Each stays with its model, also when that is gone: no other one gets it.
  public let names: [String: String]

  /// Reads a stamp.
  ///
  /// - Throws: ``Diagnostic``.
  public init(_ file: SourceFile) throws(Diagnostic) {
    let document = try file.document()
    func text(_ key: String, _ meaning: String) throws(Diagnostic) -> String {
      guard let text = document.value[key]?.string, !text.isEmpty else {
        throw Diagnostic(
          .error, "the stamp needs \"\(key)\": \(meaning)", path: file.path,
          position: document.position(of: JSONPointer.root.appending(key))
            ?? document.position(of: .root))
      }
      return text
    }
    service = try text("service", "the service's name, such as \"hoox\"")
    date = try text("date", "the day, such as \"2026-06-19\"")
    origin = try text("origin", "\"fetched\" or \"documentation\"")
    guard ["fetched", "documentation"].contains(origin) else {
      throw Diagnostic(
        .error, "\"origin\" has to be \"fetched\" or \"documentation\"", path: file.path,
        position: document.position(of: JSONPointer.root.appending("origin")))
    }
    names = try Self.names(in: document, of: file)
  }

  private static func names(
    in document: JSONDocument, of file: SourceFile
  ) throws(Diagnostic) -> [String: String] {
    let place = JSONPointer.root.appending("names")
    guard let value = document.value["names"] else { return [:] }
    func problem(_ message: String, at place: JSONPointer) -> Diagnostic {
      Diagnostic(.error, message, path: file.path, position: document.position(of: place))
    }
    guard let object = value.object else {
      throw problem(
        "\"names\" has to be an object from models to the names of their types", at: place)
    }
    var owners: [String: String] = [:]
    for (model, value) in object {
      guard let name = value.string, isName(name) else {
        throw problem(
          "the name of a model's type has to be that of a Swift type, such as \"Clip\"",
          at: place.appending(model))
      }
      if let other = owners.updateValue(model, forKey: name) {
        throw problem("\(name) is the type of \(other) too", at: place.appending(model))
      }
    }
    return Dictionary(owners.map { ($0.value, $0.key) }) { first, _ in first }
  }

  /// Tells whether a stamp can keep a name: whether a model's type can be called so.
  static func isName(_ name: String) -> Bool {
    Identifier.isType(name) && !Reserved.isTaken(type: name)
  }

  /// The fingerprint of snapshots, which a stamp has to show that they are as they were stamped.
  ///
  /// - Parameter files: The name of each file in the folder, and its bytes; their order makes no
  ///   difference.
  /// - Returns: The fingerprint of snapshots, which a stamp has to show that they are as they were
  ///   stamped.
  public static func fingerprint(of files: [(name: String, data: Data)]) -> Fingerprint {
    let lines = files.sorted { $0.name < $1.name }.map { "\($0.name) \(Fingerprint($0.data))" }
    return Fingerprint(lines.joined(separator: "\n"))
  }
}
