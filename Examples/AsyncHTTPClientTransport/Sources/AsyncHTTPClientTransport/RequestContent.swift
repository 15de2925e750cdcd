import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix
import TypedMedia

/// What a request carries, handed over piece by piece as the client takes it.
///
/// The client asks for the first piece when it has a connection and has written the head of the request.
/// So it is known whether any of the content can have left.
final class RequestContent: @unchecked Sendable {
  /// How many bytes there are.
  let count: Int64
  private let source: Source
  private let report: @Sendable (Int64) -> Void
  private let lock = NSLock()
  /// How many bytes were handed over; `nil` before the client asked. Guarded by `lock`.
  private var position: Int64?

  private static let pieceSize: Int64 = 65_536

  /// Readies what `request` carries; `nil` when that is nothing, not even an empty body.
  init?(of request: TransportRequest) throws {
    switch request.content {
    case nil: return nil
    case .data(let data):
      source = .data(data)
      count = Int64(data.count)
    case .file(let url):
      (source, count) = try Self.open(url)
    }
    let total = count
    report = { [onProgress = request.onProgress] completed in
      onProgress?(TransferProgress(completedBytes: completed, totalBytes: total))
    }
  }

  /// Whether the client has not asked for any of it. It never asks for what is empty.
  var isUntouched: Bool { lock.withLock { position == nil } }

  /// Whether all of it was handed over.
  var isHandedOver: Bool { count == 0 || lock.withLock { position == count } }

  /// The content as the client takes it.
  ///
  /// - Parameters:
  ///   - eventLoop: Where the request is made.
  ///   - onPiece: Called when a piece is handed over.
  func body(
    on eventLoop: any EventLoop, onPiece: @escaping @Sendable () -> Void
  ) -> HTTPClient.Body {
    .stream(contentLength: count) { [self] writer in
      lock.withLock { position = 0 }
      let promise = eventLoop.makePromise(of: Void.self)
      handOver(to: writer, on: eventLoop, onPiece, promise)
      return promise.futureResult
    }
  }

  private func handOver(
    to writer: HTTPClient.Body.StreamWriter, on eventLoop: any EventLoop,
    _ onPiece: @escaping @Sendable () -> Void, _ promise: EventLoopPromise<Void>
  ) {
    let start = lock.withLock { position ?? 0 }
    guard start < count else { return promise.succeed() }
    let size = Int(min(Self.pieceSize, count - start))
    let piece = source.piece(at: Int(start), count: size, on: eventLoop)
    piece.flatMap { [self] piece -> EventLoopFuture<Void> in
      guard !piece.isEmpty else {
        return eventLoop.makeFailedFuture(
          TransportError("The file became shorter while it was sent."))
      }
      let end = start + Int64(piece.count)
      lock.withLock { position = end }
      onPiece()
      report(end)
      return writer.write(.byteBuffer(ByteBuffer(bytes: piece)))
    }.whenComplete { [self] result in
      switch result {
      case .success: handOver(to: writer, on: eventLoop, onPiece, promise)
      case .failure(let error): promise.fail(error)
      }
    }
  }

  private enum Source: Sendable {
    case data(Data)
    /// It is read from its beginning to its end, once: a request that carries something is not repeated.
    case file(FileHandle)

    func piece(
      at position: Int, count: Int, on eventLoop: any EventLoop
    ) -> EventLoopFuture<Data> {
      switch self {
      case .data(let data):
        eventLoop.makeSucceededFuture(data.dropFirst(position).prefix(count))
      case .file(let handle):
        NIOThreadPool.singleton.runIfActive(eventLoop: eventLoop) {
          try handle.read(upToCount: count) ?? Data()
        }
      }
    }
  }

  private static func open(_ file: URL) throws -> (Source, Int64) {
    let values = try? file.resolvingSymlinksInPath().resourceValues(
      forKeys: [.isRegularFileKey, .isReadableKey, .fileSizeKey])
    guard let size = values?.fileSize, values?.isRegularFile == true, values?.isReadable == true,
      let handle = try? FileHandle(forReadingFrom: file)
    else {
      throw TransportError(
        "There is no file to send at \(file.path).", isBeforeConnecting: true, sentBodyBytes: 0)
    }
    return (.file(handle), Int64(size))
  }
}
