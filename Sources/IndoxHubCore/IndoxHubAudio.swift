import Foundation

/// Speech from text, and text from speech (https://indoxhub.com/docs/usage/tts/,
/// https://indoxhub.com/docs/usage/stt/).
///
/// ```swift
/// let speech = try await indoxhub.audio.submit(
///   IndoxHubSpeechRequest(input: "The tide comes in.", voice: .nova)
/// ).job.result()
/// let file = try await indoxhub.audio.download(speech, to: folder, named: "tide")
/// let heard = try await indoxhub.audio.submit(IndoxHubTranscriptRequest(of: file)).job.result()
/// ```
///
/// The service answers when the work is done, and cannot be asked again: what it answered is in the
/// job's handle, and in the client's ledger, where `recover()` of this finds it. ``IndoxHubClient``
/// finds images and videos. Nothing is known by which the service would know a request again.
public struct IndoxHubAudio: Sendable {
  /// Makes the calls. It is the client's.
  public let connection: ServiceConnection

  /// The first part of the addresses of its calls.
  static let path = "audio"

  init(_ connection: ServiceConnection) { self.connection = connection }
}

extension IndoxHubClient {
  /// Speech from text, and text from speech.
  public var audio: IndoxHubAudio { IndoxHubAudio(connection) }

  /// Says whether a submission is one of images or videos; those of sound are ``IndoxHubAudio``'s.
  ///
  /// - Returns: Whether it is.
  public func follows(_ submission: LedgerSubmission) -> Bool {
    submission.intent.path.first != IndoxHubAudio.path
  }
}

extension IndoxHubAudio: MediaService {
  /// Makes the call that speaks a text (https://indoxhub.com/docs/usage/tts/).
  ///
  /// - Returns: The call.
  /// - Throws: `MediaError` when it is a request for something else.
  public func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: IndoxHubOptions
  ) throws -> SubmissionCall {
    guard snapshot.model.name == IndoxHubSpeechRequest.model.name else {
      throw MediaError(
        .malformedSnapshot,
        "\(snapshot.model.name) speaks no texts: submit the request to the client itself.",
        service: ServiceProfile.indoxHub.name, model: snapshot.model.name)
    }
    var body = members
    body.set("provider", options.provider)
    // A request that is JSON may have the key among its members, where it would be kept.
    let key = options.byokAPIKey ?? body["byok_api_key"]?.string.map { APIKey($0) }
    body["byok_api_key"] = nil
    var call = ServiceCall.post(
      "audio", "tts", "generations", body: .object(body), effect: .spends,
      model: body["model"]?.string ?? snapshot.model.name)
    if let key { call.secrets["byok_api_key"] = key }
    return SubmissionCall(limited(call))
  }

  /// Submits a sound whose words are wanted (https://indoxhub.com/docs/usage/stt/).
  ///
  /// - Parameters:
  ///   - request: The sound, and how to go about it. It is checked first.
  ///   - options: What accompanies it.
  ///   - progress: Called, from any thread, while the file is sent.
  /// - Returns: The job, which has ended.
  /// - Throws: As `MediaService.submit`.
  public func submit(
    _ request: IndoxHubTranscriptRequest, options: IndoxHubOptions = IndoxHubOptions(),
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> Submission<IndoxHubTranscript> {
    try request.validate()
    var members = request.members
    members.set("provider", options.provider)
    var form = MultipartForm()
    for (name, value) in members { form.append(value.string ?? value.text(), as: name) }
    form.append(file: request.file, as: "file")
    var call = ServiceCall(
      "POST", request.path, effect: .spends,
      model: request.model ?? request.path.joined(separator: "/"))
    call.content = .form(form)
    call.onProgress = progress
    if let key = options.byokAPIKey { call.secrets["byok_api_key"] = key }
    // The form itself is not kept; what it says besides the file is for people.
    members["file"] = .string(request.file.lastPathComponent)
    return try await submit(SubmissionCall(limited(call), keeping: .object(members)))
  }

  /// The one job of an answer, which has ended.
  ///
  /// - Returns: The job.
  /// - Throws: `JSONMismatch` when nothing was made.
  public static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    let object = try IndoxHubAudioAnswer.object(in: answer)
    _ = try IndoxHubAudioAnswer(object)
    let id = object["request_id"]?.id ?? answer.requestID ?? UUID().uuidString
    return [AcceptedJob(id: id, result: .object(object))]
  }

  /// What the request cost, in US dollars, where the answer has its usage.
  ///
  /// - Returns: The cost.
  public static func cost(in answer: ServiceResponse) -> Cost? { IndoxHubClient.cost(in: answer) }

  /// Reads what a job made from its handle: the service has no call to ask for it, and none is
  /// made.
  ///
  /// - Returns: That it is completed.
  /// - Throws: `MediaError` when the handle has no result, as of an ID alone.
  public func status(of job: JobHandle) async throws -> JobStatus<IndoxHubAudioAnswer> {
    guard let answer = try? job.result.map({ try IndoxHubAudioAnswer($0.object ?? [:]) }) else {
      throw MediaError(
        .malformedResponse,
        "What the job made is in its handle alone, as the service gave it, and this one has nothing that can be read.",
        service: ServiceProfile.indoxHub.name, model: job.model, job: job)
    }
    return JobStatus(.completed(answer), rawStatus: "completed", progress: 1)
  }

  /// Says whether a submission is one of sound.
  ///
  /// - Returns: Whether it is.
  public func follows(_ submission: LedgerSubmission) -> Bool {
    submission.intent.path.first == Self.path
  }

  /// The call with room for an answer that has a file, and time for the work.
  private func limited(_ call: ServiceCall) -> ServiceCall {
    var call = call
    call.maximumAnswerSize = max(
      connection.configuration.maximumAnswerSize, IndoxHubClient.largestAnswer)
    call.timeout = IndoxHubClient.longestWork
    return call
  }
}
