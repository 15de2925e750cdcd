public import Foundation

/// An error, as the service tells it: a call, a job, one of its outputs, a delivery.
///
/// It is a view of the service's own JSON: members that have no property here survive in ``object``.
public struct HedraV3Failure: Hashable, Sendable {
  /// The whole envelope, in the service's spelling.
  public let object: JSONObject

  /// Reads the envelope of an answer; `nil` where it has none.
  init?(answer: JSON) {
    guard let object = answer["error"]?.object else { return nil }
    self.object = object
  }

  /// Reads the member `error` of a record; `nil` where it is `null` or missing.
  init?(of record: JSONObject, _ key: String = "error") {
    guard let object = record[key]?.object else { return nil }
    self.object = object
  }

  /// The kind of error: what to match on.
  public var code: HedraV3ErrorCode? { object["code"]?.string.map(HedraV3ErrorCode.init) }
  /// The message for people.
  public var message: String { object["message"]?.string ?? "The service gave no reason." }
  /// Tells whether the same may go well later; `nil` when the service does not say.
  public var isRetryable: Bool? { object["retryable"]?.bool }
  /// The time to wait before trying again; `nil` when the service does not say.
  public var retryDelay: Duration? {
    object.double("retry_after").flatMap { (0...2_678_400).contains($0) ? .seconds($0) : nil }
  }
  /// The input that is most to blame, as the service names it; `nil` when it is about none.
  public var parameter: String? { object["param"]?.string }
  /// The errors of single inputs, all at once.
  public var details: [Detail] { (object["details"]?.array ?? []).compactMap(Detail.init) }
  /// The ID of the model to use in place of one that is gone; `nil` when there is none.
  public var replacement: String? { object["replaced_by"]?.string }
  /// The amounts that there are and that are needed, where there is not enough money; `nil`
  /// elsewhere.
  public var billing: Billing? { object["billing"]?.object.map(Billing.init) }

  /// Tells whether the idempotency key was used for a request with another body. The code that
  /// comes with it is not documented; the message has been seen.
  var isKeyOfAnotherRequest: Bool {
    let text = message.lowercased()
    return text.contains("idempotency") && text.contains("different")
  }

  /// An error of one input.
  public struct Detail: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject

    init?(_ json: JSON) {
      guard let object = json.object else { return nil }
      self.object = object
    }

    /// The input, as the service names it: `input.images[0]`.
    public var field: String? { object["field"]?.string }
    /// The place of the input in the request: `/images/0`.
    public var place: JSONPointer {
      let tokens = (field ?? "").split(whereSeparator: { ".[]".contains($0) }).map(String.init)
      return JSONPointer(tokens: Array(tokens.first == "input" ? tokens.dropFirst() : tokens[...]))
    }
    /// The message.
    public var message: String { object["message"]?.string ?? "is not valid" }
    /// The rule that it breaks: `enum`, `minimum`, `required`, `type`, `expired`.
    public var reason: String? { object["reason"]?.string }
    /// The values that the input takes, where they are listed; empty elsewhere.
    public var allowed: [String] { object.strings("allowed") }
  }

  /// The amounts of a request that there was not enough money for.
  public struct Billing: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// Asks for the money that there is.
    public var balance: Decimal? { object["balance"]?.decimal }
    /// The price of the request; `nil` where that was not known yet.
    public var required: Decimal? { object["required"]?.decimal }
    /// The unit: `USD`.
    public var currency: String? { object["currency"]?.string }
    /// The address at which a person can pay in.
    public var fundingURL: URL? { object.url("funding_url") }
    /// The reason, in the service's word; `nil` when it does not say.
    public var reason: String? { object["reason"]?.string }
  }
}

/// A kind of error.
public struct HedraV3ErrorCode: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Nothing more is known.
  public static let unknown: Self = "UNKNOWN"
  /// The request is not valid; ``HedraV3Failure/details`` says in what.
  public static let invalidArgument: Self = "INVALID_ARGUMENT"
  /// There is no such model or job, or not for this key.
  public static let notFound: Self = "NOT_FOUND"
  /// The model is no longer offered; see ``HedraV3Failure/replacement``.
  public static let gone: Self = "GONE"
  /// There is such a thing already.
  public static let alreadyExists: Self = "ALREADY_EXISTS"
  /// The same is under way.
  public static let alreadyInProgress: Self = "ALREADY_IN_PROGRESS"
  /// The key is not known.
  public static let unauthorized: Self = "UNAUTHORIZED"
  /// The key may not do this.
  public static let permissionDenied: Self = "PERMISSION_DENIED"
  /// There is not enough money; see ``HedraV3Failure/billing``.
  public static let insufficientBalance: Self = "INSUFFICIENT_BALANCE"
  /// A refusal of something that was sent, or made, and is not let through.
  public static let moderationFailed: Self = "MODERATION_FAILED"
  /// It cannot be done as things are.
  public static let failedPrecondition: Self = "FAILED_PRECONDITION"
  /// It was cancelled, which only chats can be.
  public static let cancelled: Self = "CANCELLED"
  /// It took too long.
  public static let deadlineExceeded: Self = "DEADLINE_EXCEEDED"
  /// There were too many requests.
  public static let resourceExhausted: Self = "RESOURCE_EXHAUSTED"
  /// Something that is needed cannot be reached.
  public static let unavailable: Self = "UNAVAILABLE"
  /// The service failed.
  public static let internalError: Self = "INTERNAL"
}

extension MediaError {
  /// The failure that Hedra's API v3 told, where the error is an answer of it; `nil` elsewhere.
  ///
  /// ```swift
  /// catch let error as MediaError where error.code == .insufficientCredits {
  ///   show(error.hedraV3Failure?.billing?.fundingURL)
  /// }
  /// ```
  public var hedraV3Failure: HedraV3Failure? {
    guard let body = response?.body,
      let answer = try? JSON(parsing: Data(body.utf8), limits: .lenient)
    else { return nil }
    return HedraV3Failure(answer: answer)
  }
}

extension JobFailure {
  /// Reads why a job made nothing. What it cost is given back where the service says that it cost nothing.
  init(_ failure: HedraV3Failure?, cost: Decimal?) {
    self.init(
      code: failure?.code?.rawValue, message: failure?.message ?? "The service gave no reason.",
      isRefunded: cost.map { $0 == 0 })
  }
}
