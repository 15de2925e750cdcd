/// What became of a call that got no answer of success: the one place that decides whether it may be made
/// again, and whether something may have been paid.
///
/// | what came back | outcome | why |
/// |---|---|---|
/// | an error from before there was a connection, and not one byte of the body was handed on | not sent | nobody can have taken what did not leave |
/// | the same of a call without a body, or the transport does not say what was handed on | unknown | an error's code alone lies: a lost answer of a host with two addresses looks like a refused connection |
/// | 429 | refused | whoever counts requests says so before anything is done |
/// | 400 to 407, 410 to 417, 422, 426, 431, 451; 301, 307, 308 | refused | they say that it was not done as it is |
/// | a status that the service documents as "not taken" | refused | the service says so |
/// | 408, 409, 423, 425, 499 | unknown | it may be under way: what it collides with may be itself |
/// | 300, 302, 303 and other redirects | unknown | the request may have been done, and its answer be elsewhere |
/// | 500 to 599, with `Retry-After` too, and what is no status of HTTP | unknown | gateways say so of requests that the service has |
/// | anything else that goes wrong after the first byte | unknown | |
enum CallOutcome: Hashable, Sendable {
  /// The service cannot have it.
  case notSent
  /// The service says that it did not take it.
  case refused
  /// The service may have taken it.
  case unknown

  /// The outcome of a call that the transport has no response to.
  init(_ error: any Error, hasBody: Bool) {
    let error = error as? TransportError
    let isUnsent = hasBody && error?.isBeforeConnecting == true && error?.sentBodyBytes == 0
    self = isUnsent ? .notSent : .unknown
  }

  /// The outcome of a call that was answered with `status`, which is not one of success.
  init(status: Int, notTaken: Set<Int>) {
    switch status {
    case _ where notTaken.contains(status): self = .refused
    case 429, 400...407, 410...417, 422, 426, 431, 451, 301, 307, 308: self = .refused
    default: self = .unknown
    }
  }
}

/// An attempt at a call that failed.
struct FailedAttempt: Error {
  /// What became of the call.
  let outcome: CallOutcome
  /// What to say of it.
  let error: any Error

  init(_ error: any Error, _ outcome: CallOutcome) {
    self.error = error
    self.outcome = outcome
  }
}
