import Foundation

/// One download, over as many requests as it takes.
final class DownloadTransfer {
  private let url: URL
  private let destination: Destination
  private let kind: MediaKind?
  private let download: Download
  private let meter: ProgressMeter?

  /// What has arrived; `nil` before anything has.
  private var part: PartFile?
  /// The most that has arrived, whatever became of it.
  private var furthest: Int64 = 0
  /// What that was when the last try began.
  private var previous: Int64 = 0
  /// The place where the file goes; `nil` until enough of it is there to tell what it is.
  private var file: URL?
  /// The media type that the server states; `nil` when it states none.
  private var contentType: String?
  /// Tells whether something other than a result has come before.
  private var hasMismatched = false
  /// What the part is of; `nil` when the server has to begin anew.
  private var version: RemoteVersion?
  /// The time that the file is; `nil` when the server does not say.
  private var total: Int64?

  init(
    of url: URL, to destination: Destination, expecting kind: MediaKind?, by download: Download,
    meter: ProgressMeter?
  ) {
    self.url = url
    self.destination = destination
    self.kind = kind
    self.download = download
    self.meter = meter
  }

  /// Fetches what is missing, and returns the file.
  func attempt() async throws -> URL {
    previous = furthest
    let condition = count > 0 ? version?.condition : nil
    let response = try await respond(ifRange: condition)
    let end: Int64?
    switch response.status {
    case 200: end = try startOver(response)
    case 206 where condition != nil: end = try resume(response)
    case 416 where condition != nil: throw lie("does not have the rest of the result")
    default: throw refusal(response)
    }
    try await read(response.body, upTo: end)
    guard let part, part.count == total ?? part.count else { throw short() }
    let file = try place()
    meter?.update(progress, isLast: true)
    try destination.writing { try part.finish(as: file, for: destination) }
    self.part = nil
    return file
  }

  /// Removes what is not finished.
  func discard() {
    part?.discard()
    part = nil
  }

  private var count: Int64 { part?.count ?? 0 }
  private var progress: TransferProgress {
    TransferProgress(completedBytes: count, totalBytes: total)
  }

  private func respond(ifRange condition: String?) async throws -> TransportResponse {
    // Compressed, the bytes would be others than those that lengths and ranges count.
    var headers = try await download.authorization(url)
    headers["Accept-Encoding"] = "identity"
    if let condition {
      headers["Range"] = "bytes=\(count)-"
      headers["If-Range"] = condition
    }
    do {
      return try await download.transport.send(TransportRequest(url: url, headers: headers))
    } catch let error as CancellationError {
      throw error
    } catch {
      throw Setback(
        error: MediaError(
          .unreachable, "The result could not be downloaded. \(error)", underlyingError: error))
    }
  }

  private func read(_ body: ResponseBody, upTo end: Int64?) async throws {
    var pieces = body.makeAsyncIterator()
    while true {
      let piece: Data?
      do {
        piece = try await pieces.next()
      } catch let error as CancellationError {
        throw error
      } catch {
        throw Setback(
          error: MediaError(
            .notSaved, "The download broke off, and nothing was saved. \(error)",
            underlyingError: error),
          madeProgress: madeProgress)
      }
      guard let piece else { break }
      let after = count + Int64(piece.count)
      if let end, after > end { throw lie("announced \(end) bytes and sent more") }
      guard after <= download.maximumSize else { throw MediaError.tooLarge(download.maximumSize) }
      try destination.writing { try part?.append(piece) }
      furthest = max(furthest, after)
      if part?.head.count == FileContent.headLength { _ = try place() }
      meter?.update(progress)
    }
    // In a task that is cancelled, the pieces end as if that were all.
    try Task.checkCancellation()
  }
}

extension DownloadTransfer {
  /// Readies the part for the whole file, and returns where that ends.
  private func startOver(_ response: TransportResponse) throws -> Int64? {
    file = nil
    contentType = response.headers["Content-Type"]
    let isPlain = Self.isPlain(response)
    version = isPlain ? RemoteVersion(response.headers) : nil
    total = isPlain ? Self.length(of: response) : nil
    if total ?? 0 > download.maximumSize { throw MediaError.tooLarge(download.maximumSize) }
    try destination.writing {
      if part == nil { part = try PartFile(for: destination) }
      try part?.startOver()
    }
    return total
  }

  /// The place where the file goes, now that its first bytes are there, or all of them.
  private func place() throws -> URL {
    if let file { return file }
    let received = ReceivedFile(
      head: part?.head ?? Data(), contentType: contentType, fileExtension: url.pathExtension)
    let place: URL
    do {
      place = destination.file(try received.type(expecting: kind))
    } catch let mismatch as ReceivedFile.Mismatch {
      throw strange(mismatch)
    }
    // Moving the file shows whether there is one, but that is late for what takes an hour.
    if !destination.isReplacing, FileManager.default.fileExists(atPath: place.path) {
      throw destination.collision(at: place)
    }
    file = place
    return place
  }

  /// Checks that an answer continues the part, and returns where it ends.
  private func resume(_ response: TransportResponse) throws -> Int64 {
    guard let range = ContentRange(response.headers["Content-Range"]), range.first == count,
      let whole = range.total ?? total, whole == total ?? whole, range.last < whole,
      Self.length(of: response) ?? (range.last - range.first + 1) == range.last - range.first + 1,
      Self.isPlain(response), version?.isConfirmed(by: RemoteVersion(response.headers)) == true
    else { throw lie("sent another part of the result than it was asked for") }
    guard whole <= download.maximumSize else { throw MediaError.tooLarge(download.maximumSize) }
    total = whole
    return range.last + 1
  }

  private static func length(of response: TransportResponse) -> Int64? {
    response.headers["Content-Length"].flatMap { Int64($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  private static func isPlain(_ response: TransportResponse) -> Bool {
    ["", "identity"].contains(response.headers["Content-Encoding"]?.lowercased() ?? "")
  }
}

extension DownloadTransfer {
  private var server: String { ServiceAddress.name(of: url) }

  /// The end of a try with a server that contradicts itself. The next begins anew.
  private func lie(_ what: String) -> Setback {
    version = nil
    return Setback(error: MediaError(.notSaved, "\(server) \(what); nothing was saved."))
  }

  private func short() -> Setback {
    let expected = total.map { "\($0)" } ?? "unknown"
    return Setback(
      error: MediaError(
        .notSaved, "Of the result's \(expected) bytes only \(count) arrived; nothing was saved."),
      madeProgress: madeProgress)
  }

  /// Tells whether the try brought so much that the next one is worth it, however many have been
  /// made.
  private var madeProgress: Bool {
    furthest - previous >= min(65_536, max((total ?? .max) / 100, 1))
  }

  /// The end of a try that something other than a result came of. It may be the result the next time,
  /// but hardly the time after that.
  private func strange(_ mismatch: ReceivedFile.Mismatch) -> any Error {
    let error = mismatch.error(from: server, expecting: kind)
    defer { hasMismatched = true }
    guard mismatch.mayPass, !hasMismatched else { return error }
    version = nil
    return Setback(error: error)
  }

  private func refusal(_ response: TransportResponse) -> any Error {
    let isRedirect = (300..<400).contains(response.status)
    var error = MediaError(
      isRedirect ? .redirectRefused : .notSaved,
      isRedirect
        ? "\(server) leads to an address that is not safe to follow."
        : "\(server) answered with status \(response.status).",
      httpStatus: response.status)
    error.retryAfter = response.headers.retryAfter(now: Date())
    return RetryPolicy.mayPass(response.status) ? Setback(error: error) : error
  }
}
