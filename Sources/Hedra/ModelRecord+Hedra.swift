extension ModelRecord {
  /// A model of Hedra as `GET /models` describes it, with the schema of a request to it.
  ///
  /// - Throws: ``JSONMismatch`` when `record` is not an object or has no `name`.
  public static func hedra(_ record: JSON) throws -> ModelRecord { try ModelRecord(json: record) }
}
