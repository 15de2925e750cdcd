import Dispatch
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
    /// Hears how much of the request was sent; `nil` when nobody asked.
    var progress: ProgressMeter?
    /// Takes the body; `nil` until the head is there.
    var body: AsyncThrowingStream<Data, any Error>.Continuation?
    /// What of the body waits to be read; `nil` until the head is there.
    var backlog: Backlog?
    /// The answer, where it waits for the rest of its body; `nil` where it was given to who waits.
    var answer: TransportResponse?
    /// The number of bytes that of the body are missing; `nil` where that is not known.
    var missing: Int64?
    /// The number of bytes that of the request's body the session has handed on.
    var sentBodyBytes: Int64 = 0
  }

  /// An answer of no more bytes than this is handed over with its body: to wake its reader once, and
  /// not for each of its parts, is a good part of what a call costs.
  private static let shortAnswer: Int64 = 16_384

  private let lock = NSLock()
  /// By the task, for their numbers are those of one session only. Guarded by `lock`.
  private var exchanges: [ObjectIdentifier: Exchange] = [:]

  func begin(
    _ task: URLSessionTask, answering head: CheckedContinuation<TransportResponse, any Error>,
    progress: ProgressMeter?
  ) {
    lock.withLock {
      exchanges[ObjectIdentifier(task)] = Exchange(head: head, progress: progress)
    }
    task.resume()
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    // What comes before the answer, such as early hints, is not the answer.
    if let status = (response as? HTTPURLResponse)?.statusCode, (100..<200).contains(status) {
      return completionHandler(.allow)
    }
    let (stream, body) = AsyncThrowingStream<Data, any Error>.makeStream()
    let backlog = Backlog(pausing: dataTask, body: body)
    // A reader that stops early, as one does at a size limit, ends the transfer.
    body.onTermination = { if case .cancelled = $0 { dataTask.cancel() } }
    let answer = Self.answer(response, body: ResponseBody(stream, onRead: backlog.read))
    let length = Self.length(of: answer, response)
    let head = lock.withLock { () -> CheckedContinuation<TransportResponse, any Error>? in
      let head = exchanges[ObjectIdentifier(dataTask)]?.head
      var exchange = Exchange(body: body, backlog: backlog, missing: length)
      exchange.sentBodyBytes = exchanges[ObjectIdentifier(dataTask)]?.sentBodyBytes ?? 0
      if let length, length <= Self.shortAnswer {
        exchange.head = head
        exchange.answer = answer
      }
      exchanges[ObjectIdentifier(dataTask)] = exchange
      return exchange.head == nil ? head : nil
    }
    head?.resume(returning: answer)
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let exchange = lock.withLock { () -> Exchange? in
      guard var exchange = exchanges[ObjectIdentifier(dataTask)] else { return nil }
      exchange.missing = exchange.missing.map { $0 - Int64(data.count) }
      // All is there: what the session does to end the task need not be waited for.
      exchanges[ObjectIdentifier(dataTask)] = exchange.missing == 0 ? Exchange() : exchange
      return exchange
    }
    exchange?.backlog?.arrived(data.count)
    exchange?.body?.yield(data)
    guard exchange?.missing == 0 else { return }
    exchange?.body?.finish()
    if let answer = exchange?.answer { exchange?.head?.resume(returning: answer) }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didSendBodyData count: Int64,
    totalBytesSent: Int64, totalBytesExpectedToSend expected: Int64
  ) {
    let progress = lock.withLock {
      exchanges[ObjectIdentifier(task)]?.sentBodyBytes = totalBytesSent
      return exchanges[ObjectIdentifier(task)]?.progress
    }
    // Of a stream, a session does not know the length.
    let length = task.originalRequest?.value(forHTTPHeaderField: "Content-Length")
    let total = expected > 0 ? expected : length.flatMap { Int64($0) }
    progress?.update(
      TransferProgress(completedBytes: totalBytesSent, totalBytes: total),
      isLast: totalBytesSent == total)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let exchange = lock.withLock { exchanges.removeValue(forKey: ObjectIdentifier(task)) }
    // A session counts them as it hands them on, before it reports that; both are looked at, as what is
    // overlooked here is paid twice.
    let sentBodyBytes = max(task.countOfBytesSent, exchange?.sentBodyBytes ?? 0)
    let problem = error.map { Self.problem($0, sentBodyBytes: sentBodyBytes) }
    exchange?.body?.finish(throwing: problem)
    if let answer = exchange?.answer {
      exchange?.head?.resume(returning: answer)
      return
    }
    exchange?.head?.resume(
      throwing: problem
        ?? TransportError(
          "The connection closed without an answer.", sentBodyBytes: sentBodyBytes))
  }

  /// A redirect is the answer, which ``URLSessionTransport`` follows by a task of its own.
  ///
  /// On Linux, a session that follows one while other streams share its HTTP/2 connection ends the process;
  /// on Apple's systems it leaves the key out also where the origin stays the same.
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  /// A service that asks for a password has refused the key: its answer is the answer.
  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler:
      @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    let passwords = [
      NSURLAuthenticationMethodDefault, NSURLAuthenticationMethodHTTPBasic,
      NSURLAuthenticationMethodHTTPDigest, NSURLAuthenticationMethodNTLM,
      NSURLAuthenticationMethodNegotiate,
    ]
    guard passwords.contains(challenge.protectionSpace.authenticationMethod) else {
      return completionHandler(.performDefaultHandling, nil)
    }
    #if canImport(FoundationNetworking)
      // Here a challenge that is rejected ends in an error, and the answer's body is lost.
      answer(task, with: challenge.failureResponse)
    #endif
    completionHandler(.rejectProtectionSpace, nil)
  }

  /// Answers with the head that is known, and no more of a body than is there.
  private func answer(_ task: URLSessionTask, with response: URLResponse?) {
    guard let response else { return }
    let exchange = lock.withLock { exchanges.removeValue(forKey: ObjectIdentifier(task)) }
    exchange?.head?.resume(returning: Self.answer(response, body: .data(Data())))
    exchange?.body?.finish()
  }

  /// The number of bytes that the body will have; `nil` where it is not known, as of one that is
  /// decompressed, or that says itself where it ends, whatever length is given besides.
  private static func length(of answer: TransportResponse, _ response: URLResponse) -> Int64? {
    let length = response.expectedContentLength
    let codings = ["Content-Encoding", "Transfer-Encoding"]
    let isAsSent = codings.allSatisfy { answer.headers[$0] == nil }
    return length > 0 && isAsSent ? length : nil
  }

  private static func answer(_ response: URLResponse, body: ResponseBody) -> TransportResponse {
    var answer = TransportResponse(status: 0, body: body)
    guard let response = response as? HTTPURLResponse else { return answer }
    answer.status = response.statusCode
    for (name, value) in response.allHeaderFields { answer.headers["\(name)"] = "\(value)" }
    return answer
  }

  /// The error that stands for a session's own.
  private static func problem(_ error: any Error, sentBodyBytes: Int64) -> any Error {
    guard let error = error as? URLError else {
      return TransportError(
        "\(error)", sentBodyBytes: sentBodyBytes, underlyingError: error)
    }
    if error.code == .cancelled { return CancellationError() }
    // These come before there is a connection, and some of them at other times too: on Linux, when an
    // answer is lost after another address of the host had refused. So they prove nothing by themselves.
    let beforeConnecting: Set<URLError.Code> = [
      .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet,
      .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot,
      .appTransportSecurityRequiresSecureConnection, .dataNotAllowed, .internationalRoamingOff,
    ]
    return TransportError(
      "The connection failed: \(error.localizedDescription)",
      isBeforeConnecting: beforeConnecting.contains(error.code),
      sentBodyBytes: sentBodyBytes,
      // Its further members have the address, whose query may be a permission to whoever reads it.
      underlyingError: URLError(error.code)
    )
  }
}

extension Backlog {
  /// Holds `task` up while too much of its answer waits to be read.
  fileprivate convenience init(
    pausing task: URLSessionTask, body: AsyncThrowingStream<Data, any Error>.Continuation
  ) {
    #if canImport(FoundationNetworking)
      // Here a task that is suspended in its answer begins anew when it is resumed, and delivers the
      // beginning twice; so it can only be ended.
      self.init(limit: 256_000_000) {
        body.finish(
          throwing: TransportError("The answer came faster than it was read."))
        // It waits for the session, which is not to happen under the lock.
        DispatchQueue.global().async { task.cancel() }
      } onDrained: {
      }
    #else
      self.init(limit: 32_000_000, onFull: { task.suspend() }, onDrained: { task.resume() })
    #endif
  }
}
