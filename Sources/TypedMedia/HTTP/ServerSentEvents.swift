import Foundation

/// The events of a stream, as they arrive.
///
/// ```swift
/// for try await event in ServerSentEvents(response.body) { print(event.name, event.data) }
/// ```
///
/// It is lenient as browsers are: lines may end in any of three ways, a field that is not known and a comment
/// are passed over, what is no UTF-8 becomes U+FFFD, and an event that the stream breaks off in is left out.
/// It ends where the stream ends, which does not mean that the server had no more to say.
///
/// To open one of a service, with its key and its errors, call ``ServiceConnection/events(_:)``.
public struct ServerSentEvents: AsyncSequence, Sendable {
  /// The element of the sequence.
  public typealias Element = ServerSentEvent

  /// The most bytes that an event may have where nothing else is said: 1 MB.
  public static let defaultMaximumSize = 1_000_000

  private let body: ResponseBody
  private let maximumSize: Int

  /// Creates the events of a body.
  ///
  /// - Parameters:
  ///   - body: The stream.
  ///   - maximumSize: The most bytes that a line or an event may have.
  public init(_ body: ResponseBody, maximumSize: Int = defaultMaximumSize) {
    self.body = body
    self.maximumSize = maximumSize
  }

  /// Starts from the first.
  ///
  /// - Returns: An iterator.
  public func makeAsyncIterator() -> Iterator {
    Iterator(
      pieces: body.makeAsyncIterator(), parser: ServerSentEventParser(maximumSize: maximumSize))
  }

  /// Waits for the events.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate var pieces: ResponseBody.Iterator
    fileprivate var parser: ServerSentEventParser
    private var events: ArraySlice<ServerSentEvent> = []

    fileprivate init(pieces: ResponseBody.Iterator, parser: ServerSentEventParser) {
      self.pieces = pieces
      self.parser = parser
    }

    /// The next event; `nil` where the stream ends.
    ///
    /// - Returns: The next event; `nil` where the stream ends.
    /// - Throws: ``MediaError`` with the code ``MediaError/Code/responseTooLarge``; what the transport
    ///   throws where the connection breaks; or `CancellationError`.
    public mutating func next() async throws -> ServerSentEvent? {
      while events.isEmpty {
        guard let piece = try await pieces.next() else {
          // In a task that is cancelled, the pieces end as if that were all.
          try Task.checkCancellation()
          return nil
        }
        events = try parser.events(in: piece)[...]
      }
      return events.popFirst()
    }
  }
}

/// Takes a stream of events apart, in whatever pieces it comes.
struct ServerSentEventParser {
  private let maximumSize: Int
  private var line: [UInt8] = []
  private var name = ""
  private var data: [String] = []
  private var dataSize = 0
  private var id: String?
  private var retryDelay: Duration?
  private var isAfterReturn = false
  private var isFirstLine = true

  init(maximumSize: Int) { self.maximumSize = maximumSize }

  /// The events that end in the next piece of the stream.
  ///
  /// - Throws: ``MediaError`` where a line or an event is too large.
  mutating func events(in piece: Data) throws -> [ServerSentEvent] {
    var events: [ServerSentEvent] = []
    for byte in piece {
      let isSecondHalf = isAfterReturn && byte == UInt8(ascii: "\n")
      isAfterReturn = byte == UInt8(ascii: "\r")
      if isSecondHalf { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if let event = endLine() { events.append(event) }
      } else {
        line.append(byte)
      }
      guard line.count + dataSize <= maximumSize else {
        throw MediaError(
          .responseTooLarge, "An event of the stream has more than \(maximumSize) bytes.")
      }
    }
    return events
  }

  /// Takes the line that has ended; an empty one ends the event.
  private mutating func endLine() -> ServerSentEvent? {
    let bytes =
      isFirstLine && line.starts(with: [0xef, 0xbb, 0xbf]) ? line.dropFirst(3) : line[...]
    let text = String(decoding: bytes, as: UTF8.self)
    line.removeAll(keepingCapacity: true)
    isFirstLine = false
    guard !text.isEmpty else { return endEvent() }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    var value = parts.count > 1 ? parts[1] : ""
    if value.first == " " { value.removeFirst() }
    switch parts[0] {
    case "event": name = String(value)
    case "data":
      data.append(String(value))
      dataSize += value.utf8.count + 1
    case "id" where !value.contains("\0"): id = String(value)
    case "retry": retryDelay = Int(value).flatMap { .advised(seconds: Double($0) / 1_000) }
    // A comment begins with the colon.
    default: break
    }
    return nil
  }

  private mutating func endEvent() -> ServerSentEvent? {
    defer {
      name = ""
      data = []
      dataSize = 0
    }
    guard !data.isEmpty else { return nil }
    return ServerSentEvent(
      name: name.isEmpty ? "message" : name, data: data.joined(separator: "\n"), id: id,
      retryDelay: retryDelay)
  }
}
