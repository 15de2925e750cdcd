public import Foundation
public import Hoox

/// Makes typed requests through the app's own server, which has the key.
///
/// ```swift
/// let client = AppClient(session: session, server: server)
/// let submission = try await client.submit(Veo3_1(prompt: "A fox", duration: .seconds8))
/// let video = try await submission.job.result()
/// let file = try await client.download(video, to: folder)
/// ```
///
/// To the app it is a service like any other, with jobs, a ledger, recovery and downloads. What a request may
/// cost, and who may make one, the server decides.
public struct AppClient: MediaService {
  /// Makes the calls.
  public let connection: ServiceConnection

  /// Creates a client. Nothing is sent.
  ///
  /// - Parameters:
  ///   - session: What the server gave this person when they signed in. It is kept like a key: it is in
  ///     no description, error, log or ledger.
  ///   - server: Where the server is: HTTPS, or this machine.
  ///   - configuration: How to send, wait, and keep books.
  public init(
    session: String, server: URL, configuration: ClientConfiguration = ClientConfiguration()
  ) {
    connection = ServiceConnection(
      profile: .appServer, baseURL: server, key: APIKey(session), configuration: configuration)
  }

  /// Submits a request.
  ///
  /// - Returns: The jobs, as soon as the server has handed the request on.
  /// - Throws: `MediaError`, with the code `MediaError.Code.sessionExpired` where the person has to sign in
  ///   again; or `CancellationError`.
  public func submit(_ request: any HooxRequest) async throws -> Submission<AppVideo> {
    try await submit(
      RawRequest(request.json.object ?? [:], to: type(of: request).model), options: NoOptions())
  }

  /// Makes the call that submits a request.
  public func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: NoOptions
  ) -> SubmissionCall {
    let model = snapshot.model.name
    return SubmissionCall(
      .post("requests", model, body: .object(members), effect: .spends, model: model))
  }

  /// The jobs in the server's answer, which is a list of handles.
  ///
  /// - Throws: `JSONMismatch` where it names none.
  public static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    guard let handles = try answer.json.array, !handles.isEmpty else {
      throw JSONMismatch(problem: "is not a list with a job")
    }
    return try handles.map { AcceptedJob(id: try ($0.object ?? [:]).id("id")) }
  }

  /// Asks once how far a job is.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  public func status(of job: JobHandle) async throws -> JobStatus<AppVideo> {
    try await connection.send(.get("jobs", job.id, priority: .background)) { answer in
      let report = try answer.object
      let state: JobStatus<AppVideo>.State =
        switch try report.required("state") as String {
        case "waiting": .waiting
        case "completed": .completed(try AppVideo(report, of: job))
        case "failed":
          .failed(
            JobFailure(message: report["error"]?["message"]?.string ?? "There is no reason."))
        case "cancelled": .cancelled
        default: .running
        }
      return JobStatus(
        state, rawStatus: report["status"]?.string ?? "", progress: report["progress"]?.double)
    }
  }
}

extension MediaError.Code {
  /// The server does not know the session, or no longer: the person has to sign in again. Nothing was spent.
  public static let sessionExpired = Self(rawValue: "sessionExpired")
}

extension ServiceProfile {
  /// How the app's server speaks.
  fileprivate static var appServer: ServiceProfile {
    ServiceProfile(name: "The app's server") { answer in
      guard let error = answer["error"], let message = error["message"]?.string else {
        return nil
      }
      let places = error["places"]?.array ?? []
      var failure = ServiceFailure(
        code: error["code"]?.string, message: message,
        fieldErrors: places.map { place in
          MediaError.FieldError(
            message: place["message"]?.string ?? "", field: place["property"]?.string)
        })
      // Of all but this one the server knows that nothing was spent.
      if let code = failure.code, code != MediaError.Code.outcomeUnknown.rawValue {
        failure.errorCode = MediaError.Code(rawValue: code)
      }
      return failure
    }
  }
}
