import Foundation

/// Something that a model makes, as it makes it.
public enum ReplicateEvent: Hashable, Sendable {
  /// A piece of the output: text that comes behind what came before, or the address of a file.
  case output(String)
  /// Why there is no more: the prediction has failed.
  case error(String)
  /// Something that is not known here.
  case other(ServerSentEvent)
}

extension ReplicateClient {
  /// What a prediction makes, as the model makes it, until it has ended: the text of a language
  /// model, word by word.
  ///
  /// Where the model has no stream (``ReplicatePrediction/streamURL``), or one breaks off that has
  /// told something, the service is asked now and then instead, and what is new in the output is
  /// told. Whatever is told, the job's result has the whole of it.
  ///
  /// ```swift
  /// for try await case .output(let text) in replicate.events(of: job.handle) {
  ///   print(text, terminator: "")
  /// }
  /// ```
  ///
  /// - Parameter job: The job's handle.
  /// - Returns: The events, whose sequence throws `MediaError` where the service says that there is
  ///   no such prediction, or that the key may not ask.
  public func events(of job: JobHandle) -> FollowedEvents<ReplicateEvent> {
    FollowedEvents(ReplicateEventSource(job: job, client: self))
  }
}

/// The stream of a prediction's output, and the prediction itself where that fails.
private struct ReplicateEventSource: EventSource {
  let job: JobHandle
  let client: ReplicateClient
  /// The pieces of the output that were told.
  private var told: [String] = []

  init(job: JobHandle, client: ReplicateClient) {
    self.job = job
    self.client = client
  }

  var connection: ServiceConnection { client.connection }

  /// A stream that is opened again may tell from the beginning.
  var mayReopenStream: Bool { told.isEmpty }

  func streamCall() async throws -> ServiceCall? {
    let prediction = try await client.prediction(of: job, priority: .background)
    guard !prediction.status.isTerminal, let address = prediction.streamURL else { return nil }
    var call = ServiceCall.get(at: address, priority: .background)
    // Streams come from a server of their own, whose address is their permission.
    let base = connection.baseURL
    call.sendsKey =
      address.scheme == base.scheme && address.host == base.host && address.port == base.port
    return call
  }

  mutating func read(_ event: ServerSentEvent) -> EventReading<ReplicateEvent> {
    switch event.name {
    case "output":
      told.append(event.data)
      return EventReading([.output(event.data)])
    case "error": return EventReading([.error(event.data)], .mayEnd)
    case "done": return EventReading([], .ended)
    default: return EventReading([.other(event)])
    }
  }

  mutating func ask() async throws -> EventReading<ReplicateEvent> {
    let prediction = try await client.prediction(of: job, priority: .background)
    let new = pieces(behindThoseToldOf: prediction.output)
    told += new
    guard prediction.status.isTerminal else { return EventReading(new.map { .output($0) }) }
    return EventReading(
      new.map { .output($0) } + (prediction.failure.map { [.error($0.message)] } ?? []), .ended)
  }

  /// What of an output was not told; nothing where what was told is no part of it.
  private func pieces(behindThoseToldOf output: JSON?) -> [String] {
    let pieces = output?.array?.compactMap(\.string) ?? [output?.string].compactMap { $0 }
    if pieces.starts(with: told) { return Array(pieces.dropFirst(told.count)) }
    // A stream may have other pieces of the same text.
    let (whole, known) = (pieces.joined(), told.joined())
    guard whole.hasPrefix(known), whole != known else { return [] }
    return [String(whole.dropFirst(known.count))]
  }
}
