import Dispatch
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Turns what a session reports of its tasks into answers with a body to come.
final class SessionDelegate: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  /// What is going on with one task. After its beginning, only the session's queue sees it, where one report
  /// follows the other.
  private final class Exchange {
    /// Waits for the head of the answer; `nil` once it is there.
    var head: CheckedContinuation<TransportResponse, any Error>?
    /// Hears how much of the request was sent; `nil` when nobody asked.
    let progress: ProgressMeter?
    /// The answer, where it waits for its body; `nil` where it was given to who waits.
    var answer: TransportResponse?
    /// The body, as far as it came, where the answer waits for it.
    var body = Data()
    /// Takes the body, where the answer does not wait for it; `nil` until the head is there.
    var pieces: AsyncThrowingStream<Data, any Error>.Continuation?
    /// What of the pieces waits to be read; `nil` until the head is there.
    var backlog: Backlog?
    /// The number of bytes that of the body are missing; `nil` where that is not known.
    var missing: Int64?
    /// The number of bytes that of the request's body the session has handed on.
    var sentBodyBytes: Int64 = 0

    init(head: CheckedContinuation<TransportResponse, any Error>, progress: ProgressMeter?) {
      self.head = head
      self.progress = progress
    }

    /// Gives the answer to who waits, with what is there of its body and the error that ended it.
    func answer(_ problem: (any Error)?) {
      guard var answer, let head else { return }
      self.answer = nil
      self.head = nil
      if let problem {
        let body = body
        answer.body = ResponseBody(
          AsyncThrowingStream { pieces in
            if !body.isEmpty { pieces.yield(body) }
            pieces.finish(throwing: problem)
          })
      } else {
        answer.body = .data(body)
      }
      head.resume(returning: answer)
    }
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
    // One that was cancelled before it was known here may have been reported to nobody.
    if Task.isCancelled, task.state != .running {
      removeExchange(of: task)?.head?.resume(throwing: CancellationError())
    }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    // What comes before the answer, such as early hints, is not the answer.
    if let status = (response as? HTTPURLResponse)?.statusCode, (100..<200).contains(status) {
      return completionHandler(.allow)
    }
    defer { completionHandler(.allow) }
    guard let exchange = exchange(of: dataTask) else { return }
    var answer = Self.answer(response)
    exchange.missing = Self.length(of: answer, response)
    if let length = exchange.missing, length <= Self.shortAnswer {
      exchange.answer = answer
      return
    }
    let (stream, pieces) = AsyncThrowingStream<Data, any Error>.makeStream()
    let backlog = Backlog(pausing: dataTask, body: pieces)
    // A reader that stops early, as one does at a size limit, ends the transfer.
    pieces.onTermination = { if case .cancelled = $0 { Self.later { dataTask.cancel() } } }
    answer.body = ResponseBody(stream, onRead: backlog.read)
    (exchange.pieces, exchange.backlog) = (pieces, backlog)
    exchange.head?.resume(returning: answer)
    exchange.head = nil
  }

  private func exchange(of task: URLSessionTask) -> Exchange? {
    lock.withLock { exchanges[ObjectIdentifier(task)] }
  }

  private func removeExchange(of task: URLSessionTask) -> Exchange? {
    lock.withLock { exchanges.removeValue(forKey: ObjectIdentifier(task)) }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    guard let exchange = exchange(of: dataTask) else { return }
    if exchange.answer != nil {
      if exchange.body.isEmpty { exchange.body = data } else { exchange.body.append(data) }
    } else {
      exchange.backlog?.arrived(data.count)
      exchange.pieces?.yield(data)
    }
    exchange.missing = exchange.missing.map { $0 - Int64(data.count) }
    // All is there: what the session does to end the task need not be waited for.
    guard exchange.missing == 0, removeExchange(of: dataTask) != nil else { return }
    exchange.pieces?.finish()
    exchange.answer(nil)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didSendBodyData count: Int64,
    totalBytesSent: Int64, totalBytesExpectedToSend expected: Int64
  ) {
    guard let exchange = exchange(of: task) else { return }
    exchange.sentBodyBytes = totalBytesSent
    guard let progress = exchange.progress else { return }
    // Of a stream, a session does not know the length.
    let length = task.originalRequest?.value(forHTTPHeaderField: "Content-Length")
    let total = expected > 0 ? expected : length.flatMap { Int64($0) }
    progress.update(
      TransferProgress(completedBytes: totalBytesSent, totalBytes: total),
      isLast: totalBytesSent == total)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    guard let exchange = removeExchange(of: task) else { return }
    // A session counts them as it hands them on, before it reports that; both are looked at, as what is
    // overlooked here is paid twice.
    let sentBodyBytes = max(task.countOfBytesSent, exchange.sentBodyBytes)
    let problem = error.map { Self.problem($0, sentBodyBytes: sentBodyBytes) }
    exchange.pieces?.finish(throwing: problem)
    exchange.answer(problem)
    exchange.head?.resume(
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
      return Self.later { completionHandler(.performDefaultHandling, nil) }
    }
    #if canImport(FoundationNetworking)
      // Here a challenge that is rejected ends in an error, and the answer's body is lost.
      answer(task, with: challenge.failureResponse)
    #endif
    Self.later { completionHandler(.rejectProtectionSpace, nil) }
  }

  /// Does what may wait for the session. On Linux, that is not to happen within one of its reports, which are
  /// run in the queue that is waited for, nor where a report may wait for who waits: a task that is being
  /// cancelled holds up whoever wakes it.
  static func later(_ body: @escaping @Sendable () -> Void) {
    #if canImport(FoundationNetworking)
      DispatchQueue.global().async(execute: body)
    #else
      body()
    #endif
  }

  /// Answers with the head that is known, and no more of a body than is there.
  private func answer(_ task: URLSessionTask, with response: URLResponse?) {
    guard let response else { return }
    let exchange = removeExchange(of: task)
    exchange?.head?.resume(returning: Self.answer(response))
    exchange?.pieces?.finish()
  }

  /// The number of bytes that the body will have; `nil` where it is not known, as of one that is
  /// decompressed, or that says itself where it ends, whatever length is given besides.
  private static func length(of answer: TransportResponse, _ response: URLResponse) -> Int64? {
    let length = response.expectedContentLength
    let headers = answer.headers
    let isAsSent = headers["Content-Encoding"] == nil && headers["Transfer-Encoding"] == nil
    return length > 0 && isAsSent ? length : nil
  }

  private static func answer(_ response: URLResponse) -> TransportResponse {
    var answer = TransportResponse(status: 0)
    guard let response = response as? HTTPURLResponse else { return answer }
    answer.status = response.statusCode
    let fields = response.allHeaderFields
    answer.headers.reserveCapacity(fields.count)
    for (name, value) in fields {
      answer.headers[name as? String ?? "\(name)"] = value as? String ?? "\(value)"
    }
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
        SessionDelegate.later { task.cancel() }
      } onDrained: {
      }
    #else
      self.init(limit: 32_000_000, onFull: { task.suspend() }, onDrained: { task.resume() })
    #endif
  }
}
