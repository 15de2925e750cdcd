import TypedMedia
import TypedMediaTerminal
import TypedMediaUpdating

extension Stop {
  /// What a service, or the way to it, made impossible.
  init(_ error: MediaError) {
    self.init(message: "error: \("\(error)".printable)", status: ExitStatus(of: error.code))
  }
}

extension ExitStatus {
  /// The way that the program ends on an error.
  init(of code: MediaError.Code) {
    self =
      switch code {
      case .invalidRequest, .malformedSnapshot: .badData
      case .invalidKey: .notConfigured
      case .ledgerUnavailable, .notSaved: .cannotCreate
      case .tooExpensive, .insufficientCredits, .forbidden, .notFound, .conflict,
        .idempotencyConflict, .resultExpired, .generationFailed, .generationCancelled,
        .notCancellable:
        .failure
      default: .unavailable
      }
  }
}
