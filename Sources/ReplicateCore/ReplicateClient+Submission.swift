import Foundation

/// The way that a request becomes a prediction.
///
/// The service has nothing to know a request again by. Where it is not known what became of one,
/// ``ReplicateClient/predictions(of:)`` looks for it.
extension ReplicateClient: MediaService {
  /// Makes the call that submits a request.
  ///
  /// - Returns: The call.
  /// - Throws: `MediaError` where the options have a time that the service does not take, or a name is none.
  public func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: ReplicateOptions
  ) throws -> SubmissionCall {
    let model = snapshot.model.name
    var body: JSONObject = ["input": .object(members)]
    let path: [String]
    switch options.target ?? ReplicateTarget(of: snapshot.model) {
    case .model: path = ["models"] + (try Self.parts(of: model)) + ["predictions"]
    case .deployment(let owner, let name): path = ["deployments", owner, name, "predictions"]
    case .version(let version):
      path = ["predictions"]
      body["version"] = .string(version)
    }
    for (name, value) in options.members { body[name] = value }
    var call = ServiceCall("POST", path, body: .object(body), effect: .spends, model: model)
    call.headers = try options.headers()
    // Nothing comes while the service waits; then it still has to answer.
    call.timeout = options.wait.map { $0 + .seconds(30) }
    return SubmissionCall(call)
  }

  /// The job in an answer; where the service has waited for its result, with that.
  ///
  /// - Returns: The job in an answer; where the service has waited for its result, with that.
  /// - Throws: `JSONMismatch` when it names none.
  public static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    let prediction = try ReplicatePrediction(answer.object)
    return [
      AcceptedJob(
        id: prediction.id, result: prediction.result.map { _ in prediction.kept },
        statusURL: prediction.url)
    ]
  }

  /// The owner and the name of a model.
  ///
  /// - Throws: `MediaError` for a name that no model can have.
  static func parts(of model: String) throws -> [String] {
    let parts = model.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw MediaError(
        .invalidRequest, "\"\(model)\" is not an owner and a model, as in suno-ai/bark.",
        service: ServiceProfile.replicate.name, model: model)
    }
    return parts
  }
}

/// A submission that Replicate accepted: one job.
public typealias ReplicateSubmission = Submission<ReplicateResult>

extension Submission where Output: JobOutput, Output.ServiceClient == ReplicateClient {
  /// The prediction, as the service answered; `nil` where it answered something else.
  public var prediction: ReplicatePrediction? { try? ReplicatePrediction(object) }
}
