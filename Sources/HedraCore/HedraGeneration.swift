public import Foundation

/// A generation of the account, finished or not (https://www.hedra.com/docs/api-reference/public/list).
///
/// It is a view of the service's own JSON: members that have no property here survive in ``object``.
public struct HedraGeneration: Hashable, Sendable, Identifiable {
  /// The ID, of the generation and of its job.
  public let id: String
  /// The word for the progress.
  public let status: HedraGenerationStatus
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    id = try object.required("id")
    status = try object.required("status")
    self.object = object
  }

  /// The kind of asset that it makes.
  public var type: HedraAssetType? { object["type"]?.string.map(HedraAssetType.init) }
  /// The request, in the service's spelling.
  public var input: JSONObject { object["input"]?.object ?? [:] }
  /// The share of the work that is done, from 0 to 1.
  public var progress: Double? { object.double("progress") }
  /// The time that it will still take; `nil` when the service cannot say.
  public var remainingTime: Duration? { object.duration("eta_sec") }
  /// The date when it will be complete, as far as the service can tell; it corrects it as time goes by.
  public var estimatedCompletion: Date? { object.date("estimated_completion_at") }
  /// The time at which its sound begins: above 0 the start was cut off, below 0 there is silence before.
  public var audioStart: Duration? { object["audio_start_ms"]?.int.map { .milliseconds($0) } }
  /// The date when it was submitted.
  public var createdAt: Date? { object.date("created_at") }
  /// The credits that were debited for it.
  public var creditCost: Decimal? { object["credit_cost"]?.decimal }
  /// The ID of the batch that it is of.
  public var batchID: String? { object["batch_generation_id"]?.string }
  /// The asset that it made; `nil` before it is complete.
  public var asset: HedraAsset? { object["asset"]?.object.flatMap { try? HedraAsset($0) } }
  /// The service's words on an error; `nil` where it says a sentence alone, and unless it failed.
  public var error: HedraFailure? { object["error"]?.object.map(HedraFailure.init) }
  /// The reason why there is no result, with one of ``ErrorType`` as its code; `nil` unless it
  /// failed.
  public var failure: JobFailure? {
    status == .error ? JobFailure(hedraGeneration: object) : nil
  }

  /// A reason why a generation can fail.
  public struct ErrorType: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The service does not know.
    public static let unknown: Self = "UNKNOWN"
    /// A refusal of something that was asked for, or made, and is not allowed.
    public static let moderationFailed: Self = "MODERATION_FAILED"
    /// There are not enough credits, in the documentation of 2025.
    public static let missingCredits: Self = "MISSING_CREDITS"
    /// There are not enough credits.
    public static let insufficientBalance: Self = "INSUFFICIENT_BALANCE"
    /// Something that the request names is not there.
    public static let notFound: Self = "NOT_FOUND"
    /// Something that the request names is there no longer.
    public static let gone: Self = "GONE"
    /// What was to be made is there already.
    public static let alreadyExists: Self = "ALREADY_EXISTS"
    /// What was to be made is being made already.
    public static let alreadyInProgress: Self = "ALREADY_IN_PROGRESS"
    /// The service does not know who asks.
    public static let unauthorized: Self = "UNAUTHORIZED"
    /// Whoever asks may not.
    public static let permissionDenied: Self = "PERMISSION_DENIED"
    /// Something has to be done before.
    public static let failedPrecondition: Self = "FAILED_PRECONDITION"
    /// It took too long.
    public static let deadlineExceeded: Self = "DEADLINE_EXCEEDED"
    /// Something broke at the service.
    public static let internalError: Self = "INTERNAL"
    /// The service has no room for it.
    public static let resourceExhausted: Self = "RESOURCE_EXHAUSTED"
    /// The request has something in it that does not work.
    public static let invalidArgument: Self = "INVALID_ARGUMENT"
    /// The model cannot be reached.
    public static let unavailable: Self = "UNAVAILABLE"
  }
}
