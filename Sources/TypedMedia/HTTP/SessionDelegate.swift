import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Turns what a session reports of its tasks into answers with a body to come.
final class SessionDelegate: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  /// What is going on with one task.
  private struct Exchange {
    /// Waits for the head of the answer; `nil` once it is there.
    var head: CheckedContinuation<TransportResponse, any Error>?
    /// Takes the body; `nil` until the head is there.
    var body: AsyncThrowingStream<Data, any Error>.Continuation?
  }

  private let lock = NSLock()
  /// By the task's identifier. Guarded by `lock`.
  private var exchanges: [Int: Exchange] = [:]

  func begin(
    _ task: URLSessionTask, answering head: CheckedContinuation<TransportResponse, any Error>
  ) {
    lock.withLock { exchanges[task.taskIdentifier] = Exchange(head: head) }
    task.resume()
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let (stream, body) = AsyncThrowingStream<Data, any Error>.makeStream()
    // A reader that stops early, as one does at a size limit, ends the transfer.
    body.onTermination = { if case .cancelled = $0 { dataTask.cancel() } }
    let head = lock.withLock { () -> CheckedContinuation<TransportResponse, any Error>? in
      let head = exchanges[dataTask.taskIdentifier]?.head
      exchanges[dataTask.taskIdentifier] = Exchange(body: body)
      return head
    }
    var answer = TransportResponse(status: 0, body: ResponseBody(stream))
    if let response = response as? HTTPURLResponse {
      answer.status = response.statusCode
      for (name, value) in response.allHeaderFields {
        answer.headers["\(name)"] = "\(value)"
      }
    }
    head?.resume(returning: answer)
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    _ = lock.withLock { exchanges[dataTask.taskIdentifier]?.body }?.yield(data)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let exchange = lock.withLock { exchanges.removeValue(forKey: task.taskIdentifier) }
    let problem = error.map(Self.problem)
    exchange?.body?.finish(throwing: problem)
    exchange?.head?.resume(
      throwing: problem
        ?? TransportError(mayHaveArrived: true, message: "The connection closed without an answer.")
    )
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(Redirect.follow(to: request, from: task.originalRequest))
  }

  /// The error that stands for a session's own.
  private static func problem(_ error: any Error) -> any Error {
    guard let error = error as? URLError else {
      return TransportError(mayHaveArrived: true, message: "\(error)", underlyingError: error)
    }
    if error.code == .cancelled { return CancellationError() }
    // Nothing was sent before there was a connection.
    let beforeConnecting: Set<URLError.Code> = [
      .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet,
      .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot, .badURL, .unsupportedURL,
      .appTransportSecurityRequiresSecureConnection, .dataNotAllowed, .internationalRoamingOff,
    ]
    return TransportError(
      mayHaveArrived: !beforeConnecting.contains(error.code),
      message: "The connection failed: \(error.localizedDescription)",
      underlyingError: error
    )
  }
}
