extension MediaError {
  /// A kind of error. The list may grow.
  public struct Code: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    /// The code's name.
    public let rawValue: String

    /// Creates a code, for a service of your own.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code's name.
    public var description: String { rawValue }

    /// The request breaks the model's schema, or the service refused it as invalid. Nothing was spent.
    public static let invalidRequest = Code(rawValue: "invalidRequest")
    /// The key is empty, has characters that no key has, or is one that the service does not know.
    public static let invalidKey = Code(rawValue: "invalidKey")
    /// The address is not HTTPS, and not this machine's own; or it is of this machine or of a private
    /// network, and a service elsewhere named it.
    public static let insecureAddress = Code(rawValue: "insecureAddress")
    /// The request costs more than was allowed. Nothing was sent but the question for the price.
    public static let tooExpensive = Code(rawValue: "tooExpensive")
    /// The request costs more than there is.
    public static let insufficientCredits = Code(rawValue: "insufficientCredits")
    /// The key's plan or owner may not do this.
    public static let forbidden = Code(rawValue: "forbidden")
    /// The service knows no such model, job or folder.
    public static let notFound = Code(rawValue: "notFound")
    /// The request collides with another.
    public static let conflict = Code(rawValue: "conflict")
    /// The request has the idempotency key of another one, which the service took. It took nothing of this.
    public static let idempotencyConflict = Code(rawValue: "idempotencyConflict")
    /// A refusal of what came to a webhook and is not signed by the service, or is too old.
    public static let untrustedWebhook = Code(rawValue: "untrustedWebhook")
    /// The job has ended well, and the service has its result no longer.
    public static let resultExpired = Code(rawValue: "resultExpired")
    /// Too many requests; ``MediaError/retryAfter`` says how long to wait, where the service does.
    public static let rateLimited = Code(rawValue: "rateLimited")
    /// The service failed while reading something; nothing was spent.
    public static let serverError = Code(rawValue: "serverError")
    /// The service says that it is too busy, and when to come back. Of a paid request, this is said only where
    /// the service documents that it has then taken nothing.
    public static let unavailable = Code(rawValue: "unavailable")
    /// The service could not be reached. Of a paid request, this is said only where none of it was sent.
    public static let unreachable = Code(rawValue: "unreachable")
    /// The connection broke while something was being read; nothing was spent.
    public static let interrupted = Code(rawValue: "interrupted")
    /// A paid request was sent, and whether it was accepted is not known. It is never sent again by
    /// itself: look at the service whether it runs before you do. Where the service answered something from
    /// which no job could be read, that is ``MediaError/response``.
    public static let outcomeUnknown = Code(rawValue: "outcomeUnknown")
    /// The answer is not what the service documents.
    public static let malformedResponse = Code(rawValue: "malformedResponse")
    /// The answer is larger than is allowed.
    public static let responseTooLarge = Code(rawValue: "responseTooLarge")
    /// The service answered with a redirect that was not followed.
    public static let redirectRefused = Code(rawValue: "redirectRefused")
    /// The job ended without a result; ``MediaError/message`` has the service's reason.
    public static let generationFailed = Code(rawValue: "generationFailed")
    /// The job was cancelled at the service.
    public static let generationCancelled = Code(rawValue: "generationCancelled")
    /// The job cannot be cancelled: it runs, or has ended.
    public static let notCancellable = Code(rawValue: "notCancellable")
    /// The wait was over before the job was. It may still run: follow it again with ``MediaError/job``.
    public static let timedOut = Code(rawValue: "timedOut")
    /// The snapshot that the program has of the model cannot be read.
    public static let malformedSnapshot = Code(rawValue: "malformedSnapshot")
    /// The ledger cannot be opened, read or written. A request that was about to be sent was not, unless
    /// ``MediaError/jobs`` says that it was accepted.
    public static let ledgerUnavailable = Code(rawValue: "ledgerUnavailable")
    /// A result could not be saved, or something other than a result came.
    public static let notSaved = Code(rawValue: "notSaved")
    /// A file could not be uploaded.
    public static let notUploaded = Code(rawValue: "notUploaded")
  }

  /// Tells whether asking again later may help, as far as reading is concerned.
  public var isTransient: Bool {
    [.rateLimited, .serverError, .unavailable, .unreachable, .interrupted].contains(code)
  }
}
