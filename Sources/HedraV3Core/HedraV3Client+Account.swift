public import Foundation

/// The wallet that the key is of, which all keys of an account share. It is in US dollars.
extension HedraV3Client {
  /// Asks for the money that there is.
  ///
  /// - Returns: The money that there is.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func balance() async throws -> HedraV3Balance {
    try await connection.send(.get("balance")) { try HedraV3Balance($0.object) }
  }

  /// Asks for what was spent.
  ///
  /// - Parameters:
  ///   - start: From when on; `nil` for seven days before the end.
  ///   - end: Until when; `nil` for now. There may be 90 days between them.
  ///   - grouping: What to add up; `nil` for all.
  /// - Returns: The report.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func usage(
    from start: Date? = nil, to end: Date? = nil, by grouping: HedraV3UsageGrouping? = nil
  ) async throws -> HedraV3Usage {
    let call = ServiceCall.get(
      "usage",
      query: [
        ("start", start?.json.string), ("end", end?.json.string),
        ("group_by", grouping?.rawValue),
      ])
    return try await connection.send(call) { HedraV3Usage(object: try $0.object) }
  }

  /// Lists what came in and went out, the latest first, without end of pages.
  ///
  /// - Parameter pageSize: How many to ask for at once, from 1 to 100.
  /// - Returns: What came in and went out, the latest first, without end of pages.
  public func transactions(pageSize: Int = 20) -> Pages<HedraV3Transaction> {
    pages(of: ["transactions"], pageSize) { try HedraV3Transaction($0) }
  }
}

/// The money of an account.
public struct HedraV3Balance: Hashable, Sendable {
  /// The amount that can be spent.
  public let amount: Decimal
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    amount = try object.required("balance")
    self.object = object
  }

  /// The amount that was spent in this period; `nil` of a wallet that has none.
  public var spent: Decimal? { object["spent"]?.decimal }
  /// The unit: `USD`.
  public var currency: String? { object["currency"]?.string }
}

/// A way to add up a report of usage.
public struct HedraV3UsageGrouping: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// All.
  public static let total: Self = "total"
  /// The sums of each day.
  public static let day: Self = "day"
  /// The sums of each model.
  public static let model: Self = "model"
}

/// Asks for what was spent.
public struct HedraV3Usage: Hashable, Sendable {
  /// The whole answer, in the service's spelling.
  public let object: JSONObject
  /// From when on.
  public var start: Date? { object.date("start") }
  /// Until when.
  public var end: Date? { object.date("end") }
  /// The way that it is added up.
  public var grouping: HedraV3UsageGrouping? {
    object["group_by"]?.string.map(HedraV3UsageGrouping.init)
  }
  /// The number of jobs.
  public var jobCount: Int? { object["total_jobs"]?.int }
  /// The money that they cost, without what was given back.
  public var spent: Decimal? { object["total_spent"]?.decimal }
  /// The unit: `USD`.
  public var currency: String? { object["currency"]?.string }
  /// The parts, as they were asked for.
  public var parts: [Part] { (object["data"]?.array ?? []).compactMap { $0.object.map(Part.init) } }

  /// A sum of a report: a day, a model, or all.
  public struct Part: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// The day, the model's ID, or `total`.
    public var key: String? { object["key"]?.string }
    /// The number of jobs.
    public var jobCount: Int? { object["jobs"]?.int }
    /// The money that they cost.
    public var spent: Decimal? { object["spent"]?.decimal }
  }
}

/// Something that came in or went out.
public struct HedraV3Transaction: Hashable, Sendable, Identifiable {
  /// The ID.
  public let id: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    id = try object.id("id")
    self.object = object
  }

  /// The kind of transaction: `purchase`, `grant`, `usage`, `llm_usage`, `refund`, `adjustment`,
  /// `other`.
  public var kind: String? { object["kind"]?.string }
  /// The amount, below zero where it went out; `nil` when the service does not say.
  public var amount: Decimal? { object["amount"]?.decimal }
  /// The unit: `USD`.
  public var currency: String? { object["currency"]?.string }
  /// The date.
  public var createdAt: Date? { object.date("created_at") }
  /// The chats that it is for; `nil` where it is for none.
  public var chatUsage: ChatUsage? { object["llm_usage"]?.object.map(ChatUsage.init) }

  /// Chats of one model, over a time.
  public struct ChatUsage: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// The ID of the model.
    public var model: String? { object["model"]?.string }
    /// The number of requests.
    public var requestCount: Int? { object["request_count"]?.int }
    /// From when on.
    public var start: Date? { object.date("period_start") }
    /// Until when.
    public var end: Date? { object.date("period_end") }
  }
}
