public import Foundation

/// One run of a model, as Replicate tells of it.
///
/// It is a view of the service's own JSON: what has no property here is in ``object``.
public struct ReplicatePrediction: Hashable, Sendable, Identifiable {
  /// The ID.
  public let id: String
  /// The word for the progress.
  public let status: Status
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// The progress of a prediction.
  public struct Status: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It waits for a machine.
    public static let starting: Self = "starting"
    /// The model works on it.
    public static let processing: Self = "processing"
    /// There is a result.
    public static let succeeded: Self = "succeeded"
    /// There is none, for the reason that is its ``ReplicatePrediction/error``.
    public static let failed: Self = "failed"
    /// Somebody cancelled it, or it ran until its ``ReplicatePrediction/deadline``.
    public static let canceled: Self = "canceled"
    /// It was ended before it began, as where its ``ReplicatePrediction/deadline`` came first.
    public static let aborted: Self = "aborted"

    /// Tells whether nothing more happens. A word that is not known is taken for one of a
    /// prediction that goes on.
    public var isTerminal: Bool {
      [.succeeded, .failed, .canceled, .aborted].contains(self)
    }
  }

  /// Reads a prediction.
  ///
  /// - Throws: `JSONMismatch` where it has no ID, or no status.
  public init(_ object: JSONObject) throws {
    id = try object.id("id")
    status = try object.required("status")
    self.object = object
  }

  /// The name of the model.
  public var model: String? { object["model"]?.string }
  /// The ID of the model's version; `nil` where there is none, as of an official model.
  public var version: String? {
    object["version"]?.string.flatMap { $0 == "hidden" ? nil : $0 }
  }
  /// The name of the deployment that ran it; `nil` where none did.
  public var deployment: String? { object["deployment"]?.string }
  /// The input of the model; empty where that is deleted.
  public var input: JSONObject { object["input"]?.object ?? [:] }
  /// The output of the model, so far; `nil` where there is nothing, or it is deleted.
  public var output: JSON? {
    guard let output = object["output"], !output.isNull else { return nil }
    return output
  }
  /// The reason why there is no result; `nil` where there is one, or none yet.
  public var error: String? {
    object["error"].flatMap { $0.isNull ? nil : $0.string ?? $0.text() }
  }
  /// The lines that the model's program wrote so far.
  public var logs: String { object["logs"]?.string ?? "" }
  /// Tells whether what it took and made is deleted, as it is an hour after it has ended
  /// (https://replicate.com/docs/topics/predictions/data-retention).
  public var isDataRemoved: Bool { object["data_removed"]?.bool ?? false }
  /// The interface that it was made by: `api` or `web`.
  public var source: String? { object["source"]?.string }
  /// The date when it was created.
  public var createdAt: Date? { object.date("created_at") }
  /// The date when the model began; `nil` before.
  public var startedAt: Date? { object.date("started_at") }
  /// The date when it ended; `nil` before.
  public var completedAt: Date? { object.date("completed_at") }
  /// The date when it is cancelled by itself; `nil` where it is not.
  public var deadline: Date? { object.date("deadline") }
  /// The time that the model worked, which is what is paid where hardware is; `nil` while it does.
  public var predictionTime: Duration? { object["metrics"]?.object?.duration("predict_time") }
  /// The time that it took in all; `nil` while it does.
  public var totalTime: Duration? { object["metrics"]?.object?.duration("total_time") }
  /// All that was measured, some of it by the model itself.
  public var metrics: JSONObject { object["metrics"]?.object ?? [:] }
  /// The address to ask about it.
  public var url: URL? { object["urls"]?.object?.url("get") }
  /// The address to cancel it.
  public var cancelURL: URL? { object["urls"]?.object?.url("cancel") }
  /// The address at which people can look at it.
  public var webURL: URL? { object["urls"]?.object?.url("web") }
  /// The address at which the text of a model comes as it is made, as server-sent events; `nil`
  /// where the model has no such thing.
  public var streamURL: URL? { object["urls"]?.object?.url("stream") }

  /// The result; `nil` where it has not succeeded, or what it made is deleted.
  public var result: ReplicateResult? {
    guard status == .succeeded, !isDataRemoved else { return nil }
    return ReplicateResult(self)
  }

  /// The reason why it made nothing; `nil` where it has not failed.
  public var failure: JobFailure? {
    guard status == .failed else { return nil }
    let message = error ?? "The service gave no reason."
    // The codes of the platform are in the text alone, as in (E005).
    let code = message.firstMatch(of: #/\bE\d{3,4}\b/#).map { String($0.0) }
    return JobFailure(code: code, message: message)
  }

  /// What is kept of one that has a result: all but what it took and what its program wrote, either of which may
  /// be large.
  var kept: JSON {
    var kept = object
    kept["input"] = nil
    kept["logs"] = nil
    return .object(kept)
  }
}
