/// The particulars of one service's list of models: how it is asked for, how it is read, and what
/// an update of snapshots has to know of it.
///
/// ```swift
/// let catalog = ModelCatalog(name: "acme", list: .get("models"))
/// ```
///
/// Without more, the answer is a list of records with a `name` and an `input_schema`, or has one as its
/// `models`.
public struct ModelCatalog: Sendable {
  /// The service's name in stamps and on command lines, such as `acme`.
  public var name: String
  /// The variable of the environment that has the key; `nil` where none is needed.
  public var keyVariable: String?
  /// The call that lists the models.
  public var list: ServiceCall
  /// Makes the query that asks for what comes after an answer; `nil` where that was the last page. By default
  /// a list has one page.
  public var nextPage: @Sendable (_ answer: JSON) -> [(name: String, value: String?)]? = { _ in nil
  }
  /// Makes the call that looks up one model; `nil` where there is none, so that it is taken from the list.
  ///
  /// It throws ``MediaError`` for a name that no model can have.
  public var lookup: (@Sendable (_ name: String) throws -> ServiceCall)?
  /// Tells whether the list has all that the service says of a model. Where it has not, an update
  /// looks each model up.
  public var isListComplete = true
  /// Tells whether the list has more models than anybody wants snapshots of, so that an update does
  /// not ask for it: it looks up those that it is told by name, and those that there are snapshots
  /// of.
  public var isListEndless = false
  /// The member of the service's own records that has the name to send.
  public var nameMember = "name"
  /// Reads the records in an answer: a list as the service gives it, or one record.
  ///
  /// It throws ``JSONMismatch`` where they cannot be read. A service whose records have no schema gets it
  /// here, in standard JSON Schema.
  public var records: @Sendable (_ answer: JSON) throws -> [ModelRecord]
  /// Finds what the service knows a model by, beside a name that others may have too; `nil` where the name
  /// is all.
  ///
  /// A record without it is in no list of the service, so that it is not gone when it is missing there.
  public var identifier: (@Sendable (_ record: ModelRecord) -> String?)?
  /// Tells whether requests can be made to a model, so that it gets a snapshot: by default, to any.
  public var takesRequests: @Sendable (_ record: ModelRecord) -> Bool = { _ in true }
  /// Makes a model's snapshot of its record and of the snapshot before: the record as it is by default,
  /// and `nil` where no request can be made to it.
  ///
  /// It throws where the record lacks what a request needs.
  public var snapshot:
    @Sendable (_ record: ModelRecord, _ old: ModelRecord?) throws -> ModelRecord? = { record, _ in
      record
    }
  /// The rules that the service states in prose alone.
  public var rules = SnapshotRules()
  /// The facts that a record has for people, such as who made the model, as rows of a table: of
  /// them the doc comment of a request is made. Without any, that has the model's name alone.
  public var documentation: @Sendable (_ record: ModelRecord) -> [(label: String, text: String)] = {
    _ in []
  }
  /// The settings that a target's `typed-media.json` needs for its requests to be for this service;
  /// empty where that is nothing. The first update of the target's folder `schemas` writes it,
  /// where there is none.
  public var targetSettings: JSONObject = [:]
  /// The note that a stamp needs of how the snapshots are made; `nil` where they are the service's
  /// answers as they are.
  public var note: String?

  /// Creates a catalog.
  ///
  /// - Parameters:
  ///   - name: The service's name in stamps and on command lines, of lowercase letters. The key is in the
  ///     variable `NAME_API_KEY`.
  ///   - list: The call that lists the models.
  ///   - records: Reads the records in an answer.
  public init(
    name: String, list: ServiceCall,
    records: @escaping @Sendable (_ answer: JSON) throws -> [ModelRecord] = { answer in
      try ModelCatalog.list(in: answer).map { try ModelRecord(json: $0) }
    }
  ) {
    self.name = name
    keyVariable = name.uppercased() + "_API_KEY"
    self.list = list
    self.records = records
  }

  /// Finds the list in an answer: the answer itself, its `models`, or the one record that it is.
  ///
  /// - Returns: The list in an answer: the answer itself, its `models`, or the one record that it
  ///   is.
  public static func list(in answer: JSON) -> [JSON] {
    answer.array ?? answer["models"]?.array ?? [answer]
  }

  /// Reads an answer that was saved: what the service gives, or records with their schemas, which are taken
  /// as they are.
  ///
  /// - Returns: The records.
  /// - Throws: ``JSONMismatch`` when it is neither.
  public func savedRecords(in answer: JSON) throws -> [ModelRecord] {
    let list = Self.list(in: answer)
    guard !list.isEmpty else { return [] }
    guard !Self.hasSchemas(answer) else {
      return try list.map { try ModelRecord(json: $0) }
    }
    let records = try records(answer)
    guard !records.isEmpty else { throw JSONMismatch(problem: "has no \"\(nameMember)\"") }
    return records
  }

  /// Tells whether an answer is one record, which says nothing of other models.
  ///
  /// - Returns: `true` if an answer is one record, which says nothing of other models.
  public func isOneRecord(_ answer: JSON) -> Bool {
    answer[nameMember] != nil || answer["name"] != nil
  }

  /// Tells whether the records in an answer have schemas, so that they are snapshots already.
  ///
  /// - Returns: `true` if the records in an answer have schemas, so that they are snapshots
  ///   already.
  public static func hasSchemas(_ answer: JSON) -> Bool {
    list(in: answer).contains { $0["input_schema"] != nil }
  }
}
