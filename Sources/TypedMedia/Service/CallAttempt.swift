/// One attempt at a call, after it has ended: for logs and metrics.
///
/// It holds nothing secret: neither the key nor what was sent.
///
/// ```swift
/// var configuration = ClientConfiguration()
/// configuration.observer = { attempt in logger.info("\(attempt)") }
/// ```
public struct CallAttempt: Sendable, CustomStringConvertible {
  /// The service's name.
  public let service: String
  /// `GET`, `POST`…
  public let method: String
  /// The path that it went to, below the service's address.
  public let path: String
  /// The model that it is about; `nil` when it is about none.
  public let model: String?
  /// The number of the attempt at the call, from 1.
  public let number: Int
  /// The status of the answer; `nil` when there was none.
  public let status: Int?
  /// The service's own number for the exchange; `nil` when it sent none.
  public let requestID: String?
  /// The time that it took, without the wait for its turn.
  public let duration: Duration
  /// The problem; `nil` when nothing did.
  public let error: MediaError.Code?
  /// The time from now until the call is made again; `nil` when it is not.
  public let retryDelay: Duration?

  /// One line: `Hoox GET asset/status/662f: 200 in 0.12 seconds`.
  public var description: String {
    var text = "\(service) \(method) \(path): \(status.map(String.init) ?? "no answer")"
    text += " in \(duration.text)"
    if number > 1 { text += ", attempt \(number)" }
    if let requestID { text += ", request \(requestID)" }
    if let error { text += ", \(error)" }
    if let retryDelay { text += ", again in \(retryDelay.text)" }
    return text
  }
}
