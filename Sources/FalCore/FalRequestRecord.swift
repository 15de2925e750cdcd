public import Foundation

/// One of the account's requests, as fal's platform lists it (https://fal.ai/docs).
public struct FalRequestRecord: Hashable, Sendable, Identifiable {
  /// The request's ID, which is that of its job.
  public let id: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  /// How a request ended.
  public struct Outcome: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// With an answer.
    public static let success: Self = "success"
    /// With an error of the service's.
    public static let error: Self = "error"
    /// With an error of whoever asked.
    public static let userError: Self = "user_error"
  }

  init(_ object: JSONObject) throws {
    id = try object.id("request_id")
    self.object = object
  }

  /// The name of the model.
  public var model: String? { object["endpoint_id"]?.string }
  /// When it was sent to the model.
  public var sentAt: Date? { object.date("sent_at") }
  /// When the work began.
  public var startedAt: Date? { object.date("started_at") }
  /// When it ended; `nil` where it has not.
  public var endedAt: Date? { object.date("ended_at") }
  /// The status of its answer; `nil` where there is none.
  public var statusCode: Int? { object["status_code"]?.int }
  /// How long it took; `nil` where it has not ended.
  public var duration: Duration? { object.duration("duration") }
  /// What was sent; `nil` where that was not asked for, or is not kept.
  public var input: JSON? { payload("json_input") }
  /// What was answered; `nil` where that was not asked for, or is not kept.
  public var output: JSON? { payload("json_output") }

  private func payload(_ key: String) -> JSON? { object[key].flatMap { $0.isNull ? nil : $0 } }
}

extension FalClient {
  /// Lists the account's requests to some models, those that ended last first, without end of pages
  /// (https://fal.ai/docs). Whether it has those that have not ended is not documented.
  ///
  /// - Parameters:
  ///   - models: The models' names, at most 50.
  ///   - start: Those from then on; `nil` for those of the last 24 hours, or of 90 days where `id` is
  ///     given.
  ///   - end: Those before it; `nil` for all.
  ///   - outcome: Those that ended so; `nil` for all.
  ///   - id: The one with this ID; `nil` for all.
  ///   - withPayloads: Whether to ask for what was sent and answered, which the service keeps for a
  ///     while.
  /// - Returns: The requests, whose sequence throws `MediaError`.
  public func requests(
    to models: [String], from start: Date? = nil, until end: Date? = nil,
    outcome: FalRequestRecord.Outcome? = nil, id: String? = nil, withPayloads: Bool = false
  ) -> Pages<FalRequestRecord> {
    let address = platform("models/requests/by-endpoint", models)
    let query: [(name: String, value: String?)] = [
      ("limit", "100"), ("start", start?.json.string), ("end", end?.json.string),
      ("status", outcome?.rawValue), ("request_id", id),
      ("expand", withPayloads ? "payloads" : nil),
    ]
    return Pages(following: { [connection] cursor in
      var call = ServiceCall.get(at: address)
      call.query = query + [("cursor", cursor)]
      return try await connection.send(call) { answer in
        let object = try answer.object
        let items: [JSON] = try object.required("items")
        return Pages.LinkedPage(
          // What has no ID is of no use to anybody.
          items.compactMap { try? FalRequestRecord($0.object ?? [:]) },
          next: object["next_cursor"]?.id)
      }
    })
  }
}
