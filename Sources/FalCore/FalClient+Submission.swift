import Foundation

/// The way that a request becomes a call (https://fal.ai/docs).
///
/// The service has nothing to know a request again by: where its outcome is not known, `settle(_:)`
/// looks for it in the platform's list of requests, ``FalClient/findings(on:)``.
extension FalClient: MediaService {
  /// Makes the call that submits a request: its body is what the model takes, and nothing else.
  ///
  /// - Returns: The call.
  public func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: FalOptions
  ) -> SubmissionCall {
    SubmissionCall(call(members, to: snapshot.model.name, options))
  }

  /// The job in an answer.
  ///
  /// - Returns: The job in an answer.
  /// - Throws: `JSONMismatch` when it names none.
  public static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    let object = try answer.object
    return [
      AcceptedJob(id: try object.id("request_id"), statusURL: object.url("status_url"))
    ]
  }

  func call(_ members: JSONObject, to model: String, _ options: FalOptions) -> ServiceCall {
    var call = ServiceCall(
      "POST", model.split(separator: "/").map(String.init), query: options.query,
      body: .object(members), effect: .spends, model: model)
    call.headers = options.headers
    return call
  }
}

/// A submission that fal accepted: one job.
public typealias FalSubmission = Submission<FalResult>

extension Submission where Output: JobOutput, Output.ServiceClient == FalClient {
  /// The number of requests that are in front of it; `nil` when the service did not say.
  public var queuePosition: Int? { object["queue_position"]?.int }
}
