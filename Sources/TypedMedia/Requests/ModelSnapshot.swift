/// A model's record and schema as they were at one time, compiled into the program.
public struct ModelSnapshot: Sendable {
  private let storage: Storage

  /// Reads a record that was fetched.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/malformedSnapshot`` when the record has
  ///   no name or no schema that can be read.
  public init(_ record: JSON, stamp: SnapshotStamp? = nil) throws {
    self.init(reading: { record }, stamp: stamp)
    if let problem {
      throw MediaError(.malformedSnapshot, problem, model: model.name, snapshot: stamp)
    }
  }

  /// Reads a record from the text that the generator embeds.
  ///
  /// It never fails, for a program must be able to start: a text that was tampered with shows when a
  /// request is validated.
  ///
  /// - Parameters:
  ///   - text: The record.
  ///   - names: The Swift names that are not as the names that are sent, by their place: an object of
  ///     JSON pointers.
  ///   - stamp: Where the record is from.
  public init(embedded text: String, names: String = "{}", stamp: SnapshotStamp? = nil) {
    let names = (try? JSON(parsing: names))?.object ?? [:]
    self.init(reading: { try JSON(parsing: text) }, names: names, stamp: stamp)
  }

  private init(
    reading read: () throws -> JSON, names: JSONObject = [:], stamp: SnapshotStamp?
  ) {
    storage = Storage(reading: read, names: names, stamp: stamp)
  }

  /// The service's record of the model.
  public var model: ModelRecord { storage.model }
  /// The origin of the record; `nil` when its folder has no stamp.
  public var stamp: SnapshotStamp? { storage.stamp }
  /// The schema of a request to the model; `nil` when ``problem`` says why there is none.
  ///
  /// It is read leniently: a reference that leads nowhere, or a keyword that makes no sense, forbids
  /// nothing, and is in its `JSONSchema.problems`. All else holds; and where the schema says that a text
  /// is a `uri`, it has to be an address that a service can fetch, not that of a file on this machine.
  public var schema: JSONSchema? { storage.schema }
  /// The reason why there is no ``schema``; `nil` when there is one.
  public var problem: String? { storage.problem }
  /// The Swift names that are not as the names that are sent, by their place.
  var names: JSONObject { storage.names }

  /// Everything in which `body` breaks the schema; empty when it is valid, or when there is no schema.
  ///
  /// - Returns: Everything in which `body` breaks the schema; empty when it is valid, or when there
  ///   is no schema.
  public func violations(in body: JSON) -> [SchemaViolation] { schema?.violations(in: body) ?? [] }

  /// Checks `body` against the schema.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/invalidRequest`` and every violation, or
  ///   ``MediaError/Code/malformedSnapshot`` when there is no schema to check against.
  public func validate(_ body: JSON) throws {
    if let problem {
      throw MediaError(.malformedSnapshot, problem, model: model.name, snapshot: stamp)
    }
    let violations = violations(in: body)
    // A check that was cut short says of the request that it was not checked, which nobody waits for.
    if !violations.isEmpty { try Task.checkCancellation() }
    guard let first = violations.first else { return }
    // A person mends what is named; a list without end would be read by nobody.
    let named = violations.prefix(10)
    let others = violations.count - named.count
    throw MediaError(
      .invalidRequest,
      named.map(\.message).joined(separator: "; ") + (others == 0 ? "" : " (and \(others) more)"),
      model: model.name,
      property: first.instancePath,
      violations: violations,
      snapshot: stamp
    )
  }

  /// What the copies share: a generated type keeps no more than a reference.
  private final class Storage: Sendable {
    let model: ModelRecord
    let stamp: SnapshotStamp?
    let schema: JSONSchema?
    let problem: String?
    let names: JSONObject

    init(
      reading read: () throws -> JSON, names: JSONObject = [:], stamp: SnapshotStamp?
    ) {
      self.stamp = stamp
      self.names = names
      do {
        model = try ModelRecord(json: read())
      } catch {
        model = ModelRecord(name: "unknown")
        schema = nil
        problem = "The model's record cannot be read: \(error)"
        return
      }
      guard let document = model.inputSchema else {
        schema = nil
        problem = "The record of \(model.name) has no \"input_schema\"."
        return
      }
      do {
        guard document.object != nil || document.bool != nil else {
          throw JSONMismatch(expected: "a schema", found: document)
        }
        // A defect in one place of a service's schema must not keep anyone from the model.
        schema = try JSONSchema(
          document, options: JSONSchema.Options(checksAddresses: true, lenient: true))
        problem = nil
      } catch {
        schema = nil
        problem = "The schema of \(model.name) cannot be read: \(error)"
      }
    }
  }
}
