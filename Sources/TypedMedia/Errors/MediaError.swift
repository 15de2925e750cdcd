public import Foundation

/// A problem with a request, a job or a service.
///
/// ```swift
/// do {
///   try await hoox.submit(request)
/// } catch let error as MediaError where error.code == .insufficientCredits {
///   …
/// }
/// ```
public struct MediaError: Error, Sendable {
  /// The kind of error.
  public var code: Code
  /// The message for people, in one sentence.
  public var message: String
  /// The service's name; `nil` when none was asked.
  public var service: String?
  /// The model's name; `nil` when the error is not about one model.
  public var model: String?
  /// The property that is wrong, as a path into the request's JSON; `nil` when it is not about one.
  public var property: JSONPointer?
  /// The status of the answer; `nil` when there was none.
  public var httpStatus: Int?
  /// The service's own code, in its own spelling; `nil` when it sent none.
  public var serviceCode: String?
  /// The service's own number for the exchange, to quote to its support; `nil` when it sent none.
  public var requestID: String?
  /// The service's words on single fields; empty when it says nothing.
  public var fieldErrors: [FieldError]
  /// Everything in which the request breaks the model's schema; empty for other errors.
  public var violations: [SchemaViolation]
  /// The time to wait before trying again; `nil` when the service did not say.
  public var retryAfter: Duration?
  /// The state of the rate limit; `nil` when the service did not say.
  public var rateLimit: RateLimit?
  /// The snapshot that the request's type was made from; `nil` when it has no stamp.
  public var snapshot: SnapshotStamp?
  /// The advice that may help, in one sentence, where a field was refused that the snapshot allows;
  /// `nil` elsewhere.
  public var advice: String?
  /// The jobs that the error is about, which can be followed again; empty when there are none yet.
  public var jobs: [JobHandle]
  /// The first of ``jobs``, which mostly is the only one.
  public var job: JobHandle? {
    get { jobs.first }
    set { jobs = [newValue].compactMap { $0 } }
  }
  /// The submission in the client's ledger, to settle when what became of it is known; `nil` when the
  /// error is not about one.
  public var submission: LedgerSubmission.ID?
  /// The IDs by which the service knows the submission again, where it does: what to look for there when
  /// its outcome is not known.
  public var idempotencyKeys: [String]
  /// Tells whether the service gives back what a job that failed has cost; `nil` when it does not
  /// say.
  public var isRefunded: Bool?
  /// Tells whether the same request may go well another time, as the service says; `nil` when it
  /// does not say.
  public var isRetryable: Bool?
  /// The service's answer, without secrets; `nil` when there was no answer, or one that could be
  /// read.
  public var response: ReceivedResponse?
  /// The status that the service last gave a job, in its own word; `nil` when the error is not about one,
  /// or it gave none.
  public var lastStatus: String?
  /// The error that caused it; `nil` when it began here.
  public var underlyingError: (any Error)?

  /// Creates an error.
  public init(
    _ code: Code,
    _ message: String,
    service: String? = nil,
    model: String? = nil,
    property: JSONPointer? = nil,
    httpStatus: Int? = nil,
    violations: [SchemaViolation] = [],
    snapshot: SnapshotStamp? = nil,
    job: JobHandle? = nil,
    submission: LedgerSubmission.ID? = nil,
    idempotencyKeys: [String] = [],
    response: ReceivedResponse? = nil,
    underlyingError: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.service = service
    self.model = model
    self.property = property
    self.httpStatus = httpStatus
    self.fieldErrors = []
    self.violations = violations
    self.snapshot = snapshot
    self.jobs = [job].compactMap { $0 }
    self.submission = submission
    self.idempotencyKeys = idempotencyKeys
    self.response = response
    self.underlyingError = underlyingError
  }

  /// Says which job the error is about, and which model, where it names none.
  ///
  /// - Returns: The error with both.
  public func about(_ job: JobHandle) -> MediaError {
    var error = self
    error.job = job
    error.model = model ?? job.model
    return error
  }
}

extension MediaError {
  /// A service's words on one field of a request.
  public struct FieldError: Hashable, Sendable {
    /// The service's code for it; `nil` when it sent none.
    public var code: String?
    /// The message.
    public var message: String
    /// The field, as the service names it; `nil` when it did not say.
    public var field: String?

    /// Creates a field error.
    public init(code: String? = nil, message: String, field: String? = nil) {
      self.code = code
      self.message = message
      self.field = field
    }
  }
}

extension MediaError: CustomStringConvertible, LocalizedError {
  /// One sentence, and in brackets what support would ask for; then what may help, if anything is known
  /// to.
  public var description: String {
    var facts: [String] = []
    if let model { facts.append("model \(model)") }
    if let httpStatus { facts.append("status \(httpStatus)") }
    if let serviceCode { facts.append("code \(serviceCode)") }
    if let requestID { facts.append("request \(requestID)") }
    if let retryAfter { facts.append("retry after \(retryAfter.text)") }
    if !jobs.isEmpty { facts.append("job \(jobs.map(\.id).joined(separator: ", "))") }
    if let submission { facts.append("submission \(submission)") }
    if let snapshot, code == .invalidRequest, advice == nil { facts.append(snapshot.description) }
    let problem = message + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
    return problem + (advice.map { (problem.last == "." ? " " : ". ") + $0 } ?? "")
  }

  /// The same as ``description``.
  public var errorDescription: String? { description }
}
