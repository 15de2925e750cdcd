public import Foundation

/// The body of an answer, in the pieces in which it arrives.
public struct ResponseBody: AsyncSequence, Sendable {
  /// The element of the sequence.
  public typealias Element = Data

  private let source: Source

  private enum Source {
    case whole(Data)
    case pieces(AsyncThrowingStream<Data, any Error>, onRead: @Sendable (Int) -> Void)
  }

  /// Creates a body from pieces that arrive over time.
  ///
  /// - Parameters:
  ///   - stream: The pieces.
  ///   - onRead: Called with the size of each piece, in bytes, when it was read, so that the source
  ///     can wait for a reader that is slow.
  public init(
    _ stream: AsyncThrowingStream<Data, any Error>,
    onRead: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    source = .pieces(stream, onRead: onRead)
  }

  private init(_ whole: Data) { source = .whole(whole) }

  /// A body that is all there.
  ///
  /// - Returns: A body that is all there.
  public static func data(_ data: Data) -> ResponseBody { ResponseBody(data) }

  /// Starts from the first.
  ///
  /// - Returns: An iterator.
  public func makeAsyncIterator() -> Iterator {
    switch source {
    case .whole(let data): Iterator(whole: data)
    case .pieces(let stream, let onRead):
      Iterator(pieces: stream.makeAsyncIterator(), onRead: onRead)
    }
  }

  /// Waits for the pieces.
  public struct Iterator: AsyncIteratorProtocol {
    /// What is there as a whole; `nil` once it was read.
    private var whole: Data?
    private var pieces: AsyncThrowingStream<Data, any Error>.AsyncIterator?
    private let onRead: @Sendable (Int) -> Void

    fileprivate init(whole: Data) {
      self.whole = whole
      onRead = { _ in }
    }

    fileprivate init(
      pieces: AsyncThrowingStream<Data, any Error>.AsyncIterator,
      onRead: @escaping @Sendable (Int) -> Void
    ) {
      self.pieces = pieces
      self.onRead = onRead
    }

    /// The next piece; `nil` after the last.
    ///
    /// - Returns: The next piece; `nil` after the last.
    public mutating func next() async throws -> Data? {
      guard pieces != nil else {
        defer { whole = nil }
        return whole
      }
      let piece = try await pieces?.next()
      if let piece { onRead(piece.count) }
      return piece
    }
  }

  /// The whole body, or `nil` as soon as it turns out to be longer than `limit` bytes.
  func collected(upTo limit: Int) async throws -> Data? {
    var whole = Data()
    for try await piece in self {
      guard whole.count + piece.count <= limit else { return nil }
      if whole.isEmpty { whole = piece } else { whole.append(piece) }
    }
    // In a task that is cancelled, the pieces end as if that were all.
    try Task.checkCancellation()
    return whole
  }
}
