/// A reading of a model's record: what one service says beside what all of them say.
public protocol ModelView: Sendable {
  /// The record.
  var record: ModelRecord { get }

  /// Creates a view of a record.
  init(_ record: ModelRecord)
}

extension ModelView {
  /// The schema of a request to the model, as JSON Schema; a list of models may leave it out.
  public var inputSchema: JSON? { record.inputSchema }
  /// The schema of the model's result, as JSON Schema; `nil` where the service does not say.
  public var outputSchema: JSON? { record.outputSchema }
}

/// A record is a view of itself, for a service that says nothing else.
extension ModelRecord: ModelView {
  /// The record itself.
  public var record: ModelRecord { self }

  /// Takes the record as it is.
  public init(_ record: ModelRecord) { self = record }
}
