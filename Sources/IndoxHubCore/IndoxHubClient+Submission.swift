import Foundation

/// How a request becomes a call: for a video (https://www.indoxhub.com/docs/usage/video/) or an image
/// (https://indoxhub.com/docs/usage/images/).
///
/// The service has nothing to know a request again by: where its outcome is not known, look for it in
/// ``videoJobs(pageSize:skipping:)``, and settle it.
///
/// Some models answer with the result, others with a job. Either way there is a job to wait for: that
/// of a result that is there at once has ended, and its `JobHandle.result` is all that there is of
/// it, for the service cannot be asked again. Keep the handle, or give the client a ledger, which does.
/// The wait for such an answer may take minutes.
extension IndoxHubClient: MediaService {
  /// The most bytes of an answer that may have the file itself, as Base64.
  private static let largestAnswer = 256_000_000
  /// How long the service may work on what it answers at once: what its own client waits.
  private static let longestWork = Duration.seconds(1_200)

  /// Makes the call that submits a request.
  ///
  /// - Throws: `MediaError` when the service takes no such request.
  public func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: IndoxHubOptions
  ) throws -> SubmissionCall {
    let model = snapshot.model
    let path =
      switch model.kind {
      case "video": "videos"
      case "image": "images"
      default:
        throw MediaError(
          .malformedSnapshot, "The record of \(model.name) does not say what the model makes.",
          service: "IndoxHub", model: model.name)
      }
    var body: JSONObject = ["model": .string(model.name)]
    for (key, value) in members { body[key] = value }
    body.set("provider", options.provider)
    // A request that is JSON may have the key among its members, where it would be kept.
    let key = options.byokAPIKey ?? body["byok_api_key"]?.string.map { APIKey($0) }
    body["byok_api_key"] = nil
    var call = ServiceCall.post(
      path, "generations", body: .object(body), effect: .spends, model: model.name)
    if let key { call.secrets["byok_api_key"] = key }
    call.maximumAnswerSize = max(connection.configuration.maximumAnswerSize, Self.largestAnswer)
    call.timeout = Self.longestWork
    return SubmissionCall(call, keeping: .object(body).withoutFiles)
  }

  /// The jobs of an answer whose `data` is a list of results, or a job.
  public static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    let object = try answer.object
    let data = object["data"].map { $0.array ?? [$0] } ?? []
    var jobs = data.compactMap { $0["job_id"]?.id }.map { AcceptedJob(id: $0) }
    let results =
      jobs.isEmpty
      ? IndoxHubResult.all(in: object)
      : IndoxHubResult.all(at: .array(data.filter { $0["job_id"] == nil }))
    if !results.isEmpty {
      let id = object["request_id"]?.id ?? answer.requestID ?? UUID().uuidString
      jobs.append(AcceptedJob(id: id, result: .object(object)))
    }
    guard !jobs.isEmpty else {
      let said = object["message"]?.string.map { " The service says: \($0)" } ?? ""
      throw JSONMismatch(problem: "has neither a result nor a job in \"data\".\(said)")
    }
    return jobs
  }

  /// Reads what the request cost, in US dollars, where the answer has its usage
  /// (https://indoxhub.com/docs/api/responses/).
  public static func cost(in answer: ServiceResponse) -> Cost? {
    (try? answer.object["usage"]?["cost"]?.decimal).map { Cost($0, "USD") }
  }
}

extension JSON {
  /// The body with the length of each file in place of the file, which a ledger has no use for.
  fileprivate var withoutFiles: JSON {
    switch self {
    case .string(let text) where text.utf8.count > 10_000:
      .string("(\(text.utf8.count) characters)")
    case .array(let values): .array(values.map(\.withoutFiles))
    case .object(let members):
      .object(members.reduce(into: JSONObject()) { $0[$1.key] = $1.value.withoutFiles })
    default: self
    }
  }
}
