public import Foundation

/// The particulars of one service's way of speaking HTTP.
///
/// ```swift
/// let profile = ServiceProfile(
///   name: "Acme",
///   authorization: { ("X-API-Key", $0) },
///   failure: { answer in
///     answer["detail"]?.string.map { ServiceFailure(message: $0) }
///   }
/// )
/// ```
public struct ServiceProfile: Sendable {
  /// The service's name, as errors give it.
  public var name: String
  /// The header field that carries the key.
  public var authorization: @Sendable (_ key: String) -> (name: String, value: String)
  /// Finds what is wrong with the form of a key, as a clause (`does not begin with "hx_"`); `nil`
  /// when nothing is.
  public var keyProblem: @Sendable (_ key: String) -> String?
  /// The pace at which requests may follow each other, as the service documents it.
  public var pace: RequestPace
  /// The policy of how to wait for a job, as the service advises.
  public var polling: PollingPolicy
  /// The command that fetches the snapshots of the service's models again, for errors to name; `nil`
  /// where there is none.
  public var refreshCommand: String?
  /// Reads the body of an error; `nil` when it is none that the service documents.
  public var failure: @Sendable (_ answer: JSON) -> ServiceFailure?
  /// The statuses, such as 503, of which the service documents that it has not taken the request. A paid
  /// request is then made again; of any other service, such a status leaves open what became of it.
  public var notTakenStatuses: Set<Int> = []
  /// The time after a job was submitted in which the service may know nothing of it yet: two
  /// minutes by default. Until then, a job that is not found is waiting.
  public var timeToAppear: Duration = .seconds(120)
  /// The header field that carries the first of a submission's ``SubmissionCall/idempotencyKeys``, also when
  /// it is made again from the ledger; `nil` where the service takes none, or has them in the body.
  public var idempotencyField: String?
  /// Tells whether an address that the service gave is its own, so that the key may go there,
  /// besides those with the scheme, host and port of the client's.
  public var isOwnAddress: @Sendable (_ address: URL) -> Bool = { _ in false }

  /// The advice that may help with an error of some kind, in one sentence.
  public var advice: [MediaError.Code: String] = [:]

  /// The names of members of a body that are secret wherever they are, such as a key for another service.
  public var secretMembers: Set<String> = []

  /// Creates a profile.
  public init(
    name: String,
    authorization: @escaping @Sendable (_ key: String) -> (name: String, value: String) = {
      ("Authorization", "Bearer \($0)")
    },
    keyProblem: @escaping @Sendable (_ key: String) -> String? = { _ in nil },
    pace: RequestPace = RequestPace(requestsPerMinute: nil),
    polling: PollingPolicy = PollingPolicy(),
    refreshCommand: String? = nil,
    failure: @escaping @Sendable (_ answer: JSON) -> ServiceFailure?
  ) {
    self.name = name
    self.authorization = authorization
    self.keyProblem = keyProblem
    self.pace = pace
    self.polling = polling
    self.refreshCommand = refreshCommand
    self.failure = failure
  }

  /// The texts in `body` that are secret.
  func secrets(in body: JSON?) -> [String] {
    guard !secretMembers.isEmpty, let body else { return [] }
    switch body {
    case .array(let values): return values.flatMap { secrets(in: $0) }
    case .object(let members):
      return members.flatMap { name, value in
        secretMembers.contains(name) ? [value.string].compactMap { $0 } : secrets(in: value)
      }
    default: return []
    }
  }

  /// `body` without what is secret in it, for the ledger.
  func withoutSecrets(_ body: JSON) -> JSON {
    secretMembers.isEmpty ? body : body.hidingMembers(where: secretMembers.contains)
  }

  /// What is wrong with a key, whoever issued it.
  func problem(ofKey key: String) -> String? {
    if key.isEmpty { return "is empty" }
    if key.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7f }) {
      return "has a space, a line break or another character that no key has"
    }
    return keyProblem(key)
  }
}

/// A service's words on a request that it refused.
public struct ServiceFailure: Hashable, Sendable {
  /// The service's code, in its own spelling; `nil` when it sent none.
  public var code: String?
  /// The kind of error, where the status alone does not say. The request then counts as refused:
  /// nothing was made of it.
  public var errorCode: MediaError.Code?
  /// The message, for people.
  public var message: String
  /// The words on single fields.
  public var fieldErrors: [MediaError.FieldError]
  /// The service's own number for the exchange, where the body has it; a header field goes first.
  public var requestID: String?
  /// The time to wait before trying again, where the body has it; a header field goes first.
  public var retryAfter: Duration?

  /// Creates a failure.
  public init(
    code: String? = nil,
    message: String,
    fieldErrors: [MediaError.FieldError] = [],
    requestID: String? = nil,
    retryAfter: Duration? = nil
  ) {
    self.code = code
    self.message = message
    self.fieldErrors = fieldErrors
    self.requestID = requestID
    self.retryAfter = retryAfter
  }
}
