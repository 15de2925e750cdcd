import Foundation
import NIOCore
import NIOPosix
import TypedMedia

/// What a request carries, handed over piece by piece as the client asks for it.
///
/// The client asks for the first piece when it has a connection and has written the head of the request.
/// So it is known whether any of the content can have left.
struct RequestContent: AsyncSequence, Sendable {
  /// How many bytes there are.
  let count: Int64
  private let source: Source
  private let report: @Sendable (Int64) -> Void
  private let trace = Trace()

  /// Readies what `request` carries; `nil` when that is nothing, not even an empty body.
  ///
  /// - Parameter onPiece: Called when a piece is handed over.
  init?(of request: TransportRequest, onPiece: @escaping @Sendable () -> Void) throws {
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
      onPiece()
      onProgress?(TransferProgress(completedBytes: completed, totalBytes: total))
    }
  }

  /// Whether the client has not asked for any of it. It never asks for what is empty.
  var isUntouched: Bool { !trace.isThere }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(content: self) }

  struct AsyncIterator: AsyncIteratorProtocol {
    private static let pieceSize: Int64 = 65_536

    fileprivate let content: RequestContent
    private var position: Int64 = 0

    fileprivate init(content: RequestContent) { self.content = content }

    mutating func next() async throws -> ByteBuffer? {
      content.trace.leave()
      guard position < content.count else { return nil }
      let size = Swift.min(Self.pieceSize, content.count - position)
      let piece = try await content.source.piece(at: Int(position), count: Int(size))
      guard !piece.isEmpty else {
        throw TransportError("The file became shorter while it was sent.")
      }
      position += Int64(piece.count)
      content.report(position)
      return ByteBuffer(bytes: piece)
    }
  }

  private enum Source: Sendable {
    case data(Data)
    /// It is read from its beginning to its end, once: a request that carries something is not repeated.
    case file(FileHandle)

    func piece(at position: Int, count: Int) async throws -> Data {
      switch self {
      case .data(let data): data.dropFirst(position).prefix(count)
      case .file(let handle):
        try await NIOThreadPool.singleton.runIfActive {
          try handle.read(upToCount: count) ?? Data()
        }
      }
    }
  }

  /// What the first step onto the content leaves.
  private final class Trace: @unchecked Sendable {
    private let lock = NSLock()
    private var isLeft = false

    var isThere: Bool { lock.withLock { isLeft } }

    func leave() { lock.withLock { isLeft = true } }
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
