public import Foundation

/// The body of an answer, in the pieces in which it arrives.
public struct ResponseBody: AsyncSequence, Sendable {
  /// What the sequence is made of.
  public typealias Element = Data

  private let stream: AsyncThrowingStream<Data, any Error>

  /// Creates a body from pieces that arrive over time.
  public init(_ stream: AsyncThrowingStream<Data, any Error>) { self.stream = stream }

  /// A body that is all there.
  public static func data(_ data: Data) -> ResponseBody {
    ResponseBody(
      AsyncThrowingStream { continuation in
        continuation.yield(data)
        continuation.finish()
      })
  }

  /// Starts from the first.
  public func makeAsyncIterator() -> AsyncThrowingStream<Data, any Error>.AsyncIterator {
    stream.makeAsyncIterator()
  }

  /// The whole body, or `nil` as soon as it turns out to be longer than `limit` bytes.
  func collected(upTo limit: Int) async throws -> Data? {
    var whole = Data()
    for try await piece in self {
      guard whole.count + piece.count <= limit else { return nil }
      whole.append(piece)
    }
    // In a task that is cancelled, the pieces end as if that were all.
    try Task.checkCancellation()
    return whole
  }
}
