import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import TypedMedia

/// One request on its way, and the answer as it comes.
///
/// The client's reports become as few steps of the waiting task as can be: one for an answer that is short,
/// one for each piece of any other. One timer measures how long the server is silent, because a task beside
/// each wait costs as much as the request.
final class Exchange: HTTPClientResponseDelegate, @unchecked Sendable {
  typealias Response = Void

  /// An answer that says that it has no more bytes than this is handed over with its body.
  private static let shortAnswer = 16_384

  private let content: RequestContent?
  /// How long the server may be silent; `nil` for as long as it takes.
  private let limit: Duration?
  private let eventLoop: any EventLoop
  /// The owner of the client, which ends with it and takes what it still receives with it.
  private let owner: any AnyObject & Sendable
  private let lock = NSLock()

  // What follows is guarded by `lock`.

  private var task: HTTPClient.Task<Void>?
  private var timer: Scheduled<Void>?
  /// When something was last heard, or sent, or a wait began.
  private var lastSign = NIODeadline.now()
  /// Waits for the answer.
  private var head: CheckedContinuation<TransportResponse, any Error>?
  /// The answer, where it waits for its body.
  private var answer: TransportResponse?
  /// The body, as far as it came, where the answer waits for it.
  private var body = Data()
  /// The number of bytes that the answer waits for.
  private var missing = 0
  /// Waits for the next piece of the body.
  private var reader: CheckedContinuation<Data?, any Error>?
  /// A piece that nobody has asked for, and what lets the next one come.
  private var piece: Piece?
  /// How it ended; `nil` before that.
  private var ending: Result<Void, any Error>?

  private typealias Piece = (data: Data, taken: EventLoopPromise<Void>)

  init(
    _ content: RequestContent?, silence limit: Duration?, on eventLoop: any EventLoop,
    keeping owner: any AnyObject & Sendable
  ) {
    self.content = content
    // What is longer than a year has no end, and the clock need not reckon with it.
    self.limit = limit.flatMap { $0 < .seconds(31_536_000) ? $0 : nil }
    self.eventLoop = eventLoop
    self.owner = owner
  }

  /// Makes the request, and waits for the answer.
  func response(
    to request: TransportRequest, by client: HTTPClient
  ) async throws -> TransportResponse {
    let outgoing: HTTPClient.Request
    do {
      outgoing = try HTTPClient.Request(
        url: request.url.absoluteURL, method: HTTPMethod(rawValue: request.method),
        headers: HTTPHeaders(request.headers.map { ($0.name, $0.value) }),
        body: content?.body(on: eventLoop) { [weak self] in self?.renew() })
    } catch {
      throw problem(error, isBodyUntouched: true)
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        lock.withLock { head = continuation }
        let task = client.execute(
          request: outgoing, delegate: self, eventLoop: .delegate(on: eventLoop))
        let isOver = lock.withLock {
          guard ending == nil else { return true }
          self.task = task
          if head != nil { listen(for: limit) }
          return false
        }
        // Whoever gave up before had no task to cancel.
        if isOver { task.cancel() }
      }
    } onCancel: {
      giveUp(because: CancellationError())
    }
  }

  /// The next piece of the body; `nil` after the last.
  func next() async throws -> Data? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let (piece, ending) = lock.withLock { () -> (Piece?, Result<Void, any Error>?) in
          defer { self.piece = nil }
          if self.piece == nil, self.ending == nil {
            lastSign = .now()
            reader = continuation
          }
          return (self.piece, self.ending)
        }
        if let piece {
          continuation.resume(returning: piece.data)
          piece.taken.succeed()
        } else if let ending {
          continuation.resume(with: ending.map { nil })
        }
      }
    } onCancel: {
      giveUp(because: CancellationError())
    }
  }

  /// Ends it before it has ended by itself.
  func giveUp(because reason: any Error) {
    let (task, piece) = lock.withLock { () -> (HTTPClient.Task<Void>?, Piece?) in
      defer { self.piece = nil }
      return (ending == nil ? self.task : nil, self.piece)
    }
    end(.failure(reason))
    piece?.taken.succeed()
    task?.fail(reason: reason)
  }

  private func end(_ result: Result<Void, any Error>) {
    let (head, answer, reader) = lock.withLock {
      () -> (
        CheckedContinuation<TransportResponse, any Error>?, TransportResponse?,
        CheckedContinuation<Data?, any Error>?
      ) in
      guard ending == nil else { return (nil, nil, nil) }
      ending = result
      timer?.cancel()
      timer = nil
      let answer = self.answer.map { answerWithBody($0, endingIn: result) }
      defer { (self.head, self.answer, self.reader) = (nil, nil, nil) }
      return (self.head, answer, self.reader)
    }
    if let answer {
      head?.resume(returning: answer)
    } else if case .failure(let error) = result {
      head?.resume(throwing: error)
    } else {
      head?.resume(throwing: TransportError("The connection closed without an answer."))
    }
    reader?.resume(with: result.map { nil })
  }

  /// The answer with what there is of its body, and the error that ended it.
  private func answerWithBody(
    _ answer: TransportResponse, endingIn result: Result<Void, any Error>
  ) -> TransportResponse {
    var answer = answer
    switch result {
    case .success: answer.body = .data(body)
    case .failure(let error):
      let body = body
      answer.body = ResponseBody(
        AsyncThrowingStream { pieces in
          if !body.isEmpty { pieces.yield(body) }
          pieces.finish(throwing: error)
        })
    }
    return answer
  }
}

/// How long the server is silent.
extension Exchange {
  private func renew() { lock.withLock { lastSign = .now() } }

  /// Looks after `rest` whether the server is silent for too long. It is called under the lock.
  private func listen(for rest: Duration?) {
    guard let rest else { return }
    timer = eventLoop.scheduleTask(in: TimeAmount(rest)) { [weak self] in self?.check() }
  }

  private func check() {
    guard let limit else { return }
    let isSilent = lock.withLock {
      guard ending == nil else { return false }
      // Nothing is heard while a piece waits for a reader that is slow.
      let isWaiting = head != nil || reader != nil
      let rest = isWaiting ? limit - (NIODeadline.now() - lastSign).duration : limit
      if rest > .zero { listen(for: rest) }
      return rest <= .zero
    }
    guard isSilent else { return }
    giveUp(
      because: TransportError(
        "The connection failed: nothing was heard from the server for \(limit)."))
  }
}

/// What the client reports, on the event loop.
extension Exchange {
  func didSendRequestPart(task: HTTPClient.Task<Void>, _ part: IOData) { renew() }

  func didReceiveHead(
    task: HTTPClient.Task<Void>, _ head: HTTPResponseHead
  ) -> EventLoopFuture<Void> {
    var answer = TransportResponse(status: Int(head.status.code))
    for (name, value) in head.headers {
      answer.headers[name] = answer.headers[name].map { "\($0), \(value)" } ?? value
    }
    let length = Self.length(of: answer)
    if let length, length <= Self.shortAnswer {
      lock.withLock {
        lastSign = .now()
        missing = length
        self.answer = answer
      }
      if length == 0 { finish(task) }
    } else {
      let reader = BodyReader(self)
      answer.body = ResponseBody(AsyncThrowingStream { try await reader.next() })
      let waiting = lock.withLock {
        defer { self.head = nil }
        lastSign = .now()
        return self.head
      }
      waiting?.resume(returning: answer)
    }
    return eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(
    task: HTTPClient.Task<Void>, _ buffer: ByteBuffer
  ) -> EventLoopFuture<Void> {
    let data = Data(buffer.readableBytesView)
    let (isWhole, reader, taken) = lock.withLock {
      () -> (Bool, CheckedContinuation<Data?, any Error>?, EventLoopFuture<Void>?) in
      lastSign = .now()
      if answer != nil {
        if body.isEmpty { body = data } else { body.append(data) }
        missing -= data.count
        return (missing <= 0, nil, nil)
      }
      defer { self.reader = nil }
      guard self.reader == nil, ending == nil else { return (false, self.reader, nil) }
      let taken = eventLoop.makePromise(of: Void.self)
      piece = (data, taken)
      return (false, nil, taken.futureResult)
    }
    if isWhole { finish(task) }
    reader?.resume(returning: data)
    return taken ?? eventLoop.makeSucceededVoidFuture()
  }

  func didFinishRequest(task: HTTPClient.Task<Void>) throws { end(.success(())) }

  func didReceiveError(task: HTTPClient.Task<Void>, _ error: any Error) {
    let isHeard = lock.withLock { head == nil || answer != nil }
    end(
      .failure(
        problem(error, isBodyUntouched: !isHeard && content?.isUntouched ?? true)))
  }

  /// Ends with the whole answer, before the client has seen to its connection.
  private func finish(_ task: HTTPClient.Task<Void>) {
    end(.success(()))
    // A server that answers before it has the whole request may take no more of it.
    if content?.isHandedOver == false { task.cancel() }
  }

  /// The number of bytes that the body will have; `nil` where it is not known, as of one that is
  /// decompressed, or that says itself where it ends, whatever length is given besides.
  private static func length(of answer: TransportResponse) -> Int? {
    guard ["Content-Encoding", "Transfer-Encoding"].allSatisfy({ answer.headers[$0] == nil })
    else { return nil }
    return answer.headers["Content-Length"].flatMap { Int($0) }
  }
}

/// Receives a body as it is asked for it. When nobody can ask any more, the transfer ends.
private final class BodyReader: Sendable {
  private let exchange: Exchange

  init(_ exchange: Exchange) { self.exchange = exchange }

  deinit { exchange.giveUp(because: CancellationError()) }

  func next() async throws -> Data? {
    let piece = try await exchange.next()
    // To a reader that is cancelled, the end may look as if that were all.
    if piece == nil { try Task.checkCancellation() }
    return piece
  }
}

extension TimeAmount {
  fileprivate init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self = .seconds(seconds) + .nanoseconds(attoseconds / 1_000_000_000)
  }

  fileprivate var duration: Duration { .nanoseconds(nanoseconds) }
}
