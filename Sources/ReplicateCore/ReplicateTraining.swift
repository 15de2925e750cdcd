public import Foundation

/// One training of a model, as Replicate tells of it: its jobs make a version.
///
/// It is a view of the service's own JSON: what has no property here is in ``object``.
public struct ReplicateTraining: Hashable, Sendable, Identifiable, JobOutput {
  /// The client whose jobs make it.
  public typealias ServiceClient = ReplicateClient

  /// The same, read as a prediction, whose members it has.
  private let run: ReplicatePrediction

  /// Reads a training.
  ///
  /// - Throws: `JSONMismatch` where it has no ID, or no status.
  public init(_ object: JSONObject) throws { run = try ReplicatePrediction(object) }

  /// Reads it from what its job made.
  public init(_ output: ReplicateResult) { run = output.prediction }

  /// The ID.
  public var id: String { run.id }
  /// How far it is.
  public var status: ReplicatePrediction.Status { run.status }
  /// The whole answer, in the service's spelling.
  public var object: JSONObject { run.object }
  /// The name of the model that is trained.
  public var model: String? { run.model }
  /// The ID of the version that is trained.
  public var version: String? { run.version }
  /// What it was given; empty where that is deleted, or the ledger had the training.
  public var input: JSONObject { run.input }
  /// The version that it made, as `owner/name:ID`; `nil` where there is none yet.
  public var trainedVersion: String? { run.output?["version"]?.string }
  /// Where the weights are that it made; `nil` where there are none, or they are part of the
  /// version alone.
  public var weightsURL: URL? { run.output?.object?.url("weights") }
  /// Why it made nothing; `nil` where it has not failed.
  public var error: String? { run.error }
  /// What its program wrote so far.
  public var logs: String { run.logs }
  /// Who made it: `api` or `web`.
  public var source: String? { run.source }
  /// When it was created.
  public var createdAt: Date? { run.createdAt }
  /// When the work began; `nil` before.
  public var startedAt: Date? { run.startedAt }
  /// When it ended; `nil` before.
  public var completedAt: Date? { run.completedAt }
  /// The time that it worked, which is what is paid; `nil` while it does.
  public var predictionTime: Duration? { run.predictionTime }
  /// The time that it took in all; `nil` while it does.
  public var totalTime: Duration? { run.totalTime }
}

/// Trainings.
extension ReplicateClient {
  /// Trains a version of a model, which makes a version of another. It is paid, and is a job as a
  /// prediction is: in the ledger, followed, cancelled, and found again after a crash.
  ///
  /// ```swift
  /// let training = try await replicate.train(
  ///   "acme/aurora", version: version, into: "studio/aurora-of-ours",
  ///   input: ["input_images": .string(archive.absoluteString)])
  /// let version = try await training.job.result().trainedVersion
  /// ```
  ///
  /// - Parameters:
  ///   - model: The name of the model to train, as in `stability-ai/sdxl`.
  ///   - version: The ID of its version to train.
  ///   - destination: The name of the account's own model that gets the new version, which has to
  ///     exist.
  ///   - input: What the model's training takes, which has no schema here.
  ///   - webhookURL: Where Replicate tells how far the training is; see ``ReplicateWebhookReader``.
  ///     `nil` for nowhere.
  ///   - webhookEvents: What the webhook is told; `nil` for outputs and the end.
  /// - Returns: The job, as soon as the service has accepted it.
  /// - Throws: As `MediaService.submit`.
  public func train(
    _ model: String, version: String, into destination: String, input: JSONObject,
    webhookURL: URL? = nil, webhookEvents: [ReplicateWebhookEvent]? = nil
  ) async throws -> Submission<ReplicateTraining> {
    _ = try Self.parts(of: destination)
    let path = ["models"] + (try Self.parts(of: model)) + ["versions", version, "trainings"]
    var body: JSONObject = ["destination": .string(destination), "input": .object(input)]
    body.set("webhook", webhookURL?.absoluteString)
    body.set("webhook_events_filter", webhookEvents)
    let call = ServiceCall("POST", path, body: .object(body), effect: .spends, model: model)
    return try await submit(SubmissionCall(call))
  }

  /// Looks up a training, with what it took and what its program wrote.
  ///
  /// - Parameter id: The training's ID, which is that of its job.
  /// - Returns: The training.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func training(_ id: String) async throws -> ReplicateTraining {
    try await connection.send(.get("trainings", id)) { try ReplicateTraining($0.object) }
  }

  /// Lists the account's trainings, the latest first, without end of pages.
  ///
  /// - Returns: The trainings, whose sequence throws `MediaError`.
  public func trainings() -> Pages<ReplicateTraining> {
    pages(.get("trainings")) { try ReplicateTraining($0) }
  }

  /// Whether a job is a training, as the address says where to ask about it.
  static func isTraining(_ job: JobHandle) -> Bool {
    job.statusURL?.pathComponents.dropLast().last == "trainings"
  }
}
