/// A service's record of one model.
///
/// It is the service's own JSON: what has no property here survives in ``object``, where a ``ModelView`` of
/// the service finds it. Everything but the name may be missing.
public struct ModelRecord: JSONCodable, Hashable, Codable, Identifiable {
  /// The whole record, in the service's order and spelling.
  public var object: JSONObject

  /// Reads a record.
  ///
  /// - Throws: ``JSONMismatch`` when it is not an object or has no `name`.
  public init(json: JSON) throws {
    guard case .object(let object) = json else {
      throw JSONMismatch(expected: "a model's record", found: json)
    }
    let _: String = try object.required("name")
    self.object = object
  }

  /// Creates the record of a model of which only the name is known.
  public init(name: String) { object = ["name": .string(name)] }

  /// Reads the value.
  ///
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  public init(from decoder: any Decoder) throws { try self.init(json: JSON(from: decoder)) }
  /// Writes the value as the JSON that is sent.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
  /// The value as it is sent.
  public var json: JSON { .object(object) }

  /// The name that is sent: `veo-3.1`.
  public var name: String { object["name"]?.string ?? "" }
  /// The name.
  public var id: String { name }
  /// The name for people: `Veo 3.1`.
  public var label: String? { object["label"]?.string }
  /// The kind of thing that the model makes, as the record's `type` says: `image` or `video`.
  public var kind: String? { object["type"]?.string }
  /// The schema of a request to the model, as JSON Schema; a list of models may leave it out.
  public var inputSchema: JSON? { object["input_schema"] }
  /// The schema of the model's result, as JSON Schema; `nil` where the service does not say.
  public var outputSchema: JSON? { object["output_schema"] }
}
