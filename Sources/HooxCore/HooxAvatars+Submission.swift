public import Foundation

/// How avatars and looks are made (https://docs.hoox.video/api-reference/avatars/create,
/// https://docs.hoox.video/api-reference/avatars/edit), and how far that is
/// (https://docs.hoox.video/api-reference/avatars/status).
///
/// The service has no call that says what they cost; ``HooxAvatarRequest/documentedCost`` is what
/// its documentation says. Nothing is known by which it would know a request again.
extension HooxAvatars: MediaService {
  /// Makes the call that submits a request.
  ///
  /// - Returns: The call.
  /// - Throws: `MediaError` when it is a request for something else.
  public func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: HooxAvatarOptions
  ) throws -> SubmissionCall {
    let name = snapshot.model.name
    guard [HooxNewAvatar.model.name, HooxAvatarEdit.model.name].contains(name) else {
      throw MediaError(
        .malformedSnapshot, "\(name) makes no avatars: submit the request to the client itself.",
        service: ServiceProfile.hoox.name, model: name)
    }
    var body = members
    body.set("webhook_url", options.webhookURL)
    let path = name.split(separator: "/").map(String.init)
    return SubmissionCall(
      ServiceCall("POST", path, body: .object(body), effect: .spends, model: name))
  }

  /// The job in an answer.
  ///
  /// - Returns: The one job.
  /// - Throws: `JSONMismatch` when it names no avatar or no look.
  public static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    let object = try answer.object
    return [
      AcceptedJob(id: jobID(look: try object.id("look_id"), of: try object.id("avatar_id")))
    ]
  }

  /// Asks once how far a look is.
  ///
  /// - Returns: Its status. A word that is not known counts as running.
  /// - Throws: `MediaError`, also with the code `MediaError.Code.malformedResponse` where the look
  ///   is completed and is not in the answer; or `CancellationError`.
  public func status(of job: JobHandle) async throws -> JobStatus<HooxLook> {
    guard let (look, avatar) = Self.parts(ofJobID: job.id) else {
      throw MediaError(
        .invalidRequest,
        "\"\(job.id)\" is not the ID of a job that makes an avatar, which is made of the avatar's and the look's.",
        service: ServiceProfile.hoox.name, job: job)
    }
    let call = ServiceCall.get(
      Self.path, "status", query: [("avatar_id", avatar), ("look_id", look)],
      priority: .background)
    return try await connection.send(call) {
      try HooxLook.jobStatus(in: $0.object, look: look, of: avatar)
    }
  }

  /// The job that makes a look.
  ///
  /// - Parameters:
  ///   - look: The look's ID.
  ///   - avatar: The ID of its avatar.
  /// - Returns: The job.
  public func job(look: String, of avatar: String) -> Job<HooxLook> {
    job(id: Self.jobID(look: look, of: avatar))
  }

  /// Says whether a submission is one of avatars.
  ///
  /// - Returns: Whether it is.
  public func follows(_ submission: LedgerSubmission) -> Bool {
    submission.intent.path.first == Self.path
  }

  /// The ID of a job. The service finds a look by two IDs, and a job has one.
  static func jobID(look: String, of avatar: String) -> String { "\(avatar)/\(look)" }

  private static func parts(ofJobID id: String) -> (look: String, avatar: String)? {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts.contains("") else { return nil }
    return (parts[1], parts[0])
  }
}

/// What may accompany a request for an avatar.
public struct HooxAvatarOptions: SubmissionOptions, Hashable {
  /// The address that the service calls when the look is there, or will not be.
  /// ``HooxWebhook`` reads what it sends.
  public var webhookURL: URL?

  /// Creates options that leave all to the service.
  public init() { self.init(webhookURL: nil) }

  /// Creates options. What is left `nil` is left to the service.
  public init(webhookURL: URL?) { self.webhookURL = webhookURL }
}

extension Submission where Output == HooxLook {
  /// The ID of the avatar, which is a new one where a public avatar was edited.
  public var avatarID: String? { object["avatar_id"]?.id }
  /// The ID of the look that is being made.
  public var lookID: String? { object["look_id"]?.id }
}
