public import Foundation

/// Saves what a service made.
///
/// ```swift
/// let file = try await Download().save(url, in: folder, named: "fox") { progress in
///   print(progress.fraction ?? 0)
/// }
/// ```
///
/// The file is written beside its place under another name and moved when it is whole, so that a
/// file that is there is complete; a download that fails or is cancelled leaves nothing behind.
///
/// What is saved is a file of a medium, as far as its first bytes tell: a page, an error's text or
/// nothing is an error. The extension says what the bytes are. Bytes of a kind that is not known are
/// saved as what the server states, or without an extension.
///
/// A download that breaks off goes on where it was, if the server lets it and says that the file is still
/// the same, and begins anew if not. A try that brings less than 64 KB and less than a hundredth of the
/// file counts as one that failed; what brings more starts the count anew, up to 1,000 tries in all.
///
/// The key is not sent: a result's address is its own permission. Where it is not,
/// ``ServiceConnection/authorizedDownload`` sends it to the service itself.
public struct Download: Sendable {
  /// Sends the requests.
  public var transport: any Transport
  /// The rule for when to try again after the connection broke, or the server was busy.
  public var retries: RetryPolicy
  /// The most bytes that a file may have: ``defaultMaximumSize`` unless it is set.
  public var maximumSize: Int64

  /// The most bytes that a file may have where nobody says otherwise: 10 GB.
  public static let defaultMaximumSize: Int64 = 10_000_000_000

  /// The place where the service is that names the addresses; `nil` when the caller does.
  var service: URL?
  /// The header fields that let one in at an address; asked before each try.
  var authorization: @Sendable (URL) async throws -> HeaderFields = { _ in [:] }
  private let clock: any Clock<Duration>

  /// Creates a download.
  ///
  /// - Parameters:
  ///   - transport: Sends the requests.
  ///   - retries: When to try again after the connection broke, or the server was busy.
  ///   - maximumSize: The most bytes that a file may have.
  ///   - clock: Measures the waits. A test passes one that does not wait.
  public init(
    over transport: any Transport = URLSessionTransport(),
    retries: RetryPolicy = RetryPolicy(),
    maximumSize: Int64 = Self.defaultMaximumSize,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.transport = transport
    self.retries = retries
    self.maximumSize = maximumSize
    self.clock = clock
  }

  /// The same, for files of `maximumSize` bytes at most.
  ///
  /// - Returns: The same, for files of `maximumSize` bytes at most.
  public func limited(to maximumSize: Int64) -> Download {
    var download = self
    download.maximumSize = maximumSize
    return download
  }

  /// Saves what is at `url` in `folder`, and returns the file.
  ///
  /// Of a connection's ``ServiceConnection/download``, the address may not be of this machine or of a
  /// private network, unless the service is there too. What a name resolves to is not looked at.
  ///
  /// - Parameters:
  ///   - url: Where the result is: HTTPS, or HTTP on this machine; or an address of the scheme `data`,
  ///     which is the file itself.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name, to which the extension is added. Characters that could lead out of the
  ///     folder are replaced.
  ///   - overwriting: Whether to replace a file of that name. By default that is an error.
  ///   - kind: What the result has to be; `nil` for whatever a service makes. Bytes of a kind that is
  ///     not known are taken for it.
  ///   - progress: Called, from any thread, up to ten times a second and at the end. It falls back
  ///     to zero when the download has to begin anew.
  /// - Returns: The address of the file that was saved.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/notSaved``, also where there is a file
  ///   of that name or something other than a result came, ``MediaError/Code/unreachable``,
  ///   ``MediaError/Code/insecureAddress``, ``MediaError/Code/redirectRefused`` or, beyond
  ///   ``maximumSize``, ``MediaError/Code/responseTooLarge``; or `CancellationError`.
  public func save(
    _ url: URL,
    in folder: URL,
    named name: String,
    overwriting: Bool = false,
    expecting kind: MediaKind? = nil,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL {
    let destination = Destination(folder: folder, name: name, isReplacing: overwriting)
    if DataAddress.isOne(url) {
      let (content, contentType) = try content(ofDataAddress: url)
      return try save(content, of: contentType, to: destination, expecting: kind, progress)
    }
    try ServiceAddress.check(url, namedBy: service, "was not downloaded")
    let stopwatch = Stopwatch(clock)
    let transfer = DownloadTransfer(
      of: url, to: destination, expecting: kind, by: self,
      meter: progress.map { ProgressMeter($0, stopwatch: stopwatch) })
    defer { transfer.discard() }
    return try await retries.retrying(on: stopwatch, transfer.attempt)
  }

  /// Saves a file that is at hand, as where it came with an answer, in `folder`, and returns it.
  ///
  /// - Parameters:
  ///   - data: The file's bytes.
  ///   - contentType: The media type that the service states; `nil` when it states none.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name, as of one that is downloaded.
  ///   - overwriting: Whether to replace a file of that name. By default that is an error.
  ///   - kind: What the result has to be; `nil` for whatever a service makes.
  ///   - progress: Called once, at the end.
  /// - Returns: The address of the file that was saved.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/notSaved`` or
  ///   ``MediaError/Code/responseTooLarge``.
  public func save(
    _ data: Data,
    of contentType: String? = nil,
    in folder: URL,
    named name: String,
    overwriting: Bool = false,
    expecting kind: MediaKind? = nil,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) throws -> URL {
    let destination = Destination(folder: folder, name: name, isReplacing: overwriting)
    return try save(data, of: contentType, to: destination, expecting: kind, progress)
  }

  private func save(
    _ data: Data, of contentType: String?, to destination: Destination,
    expecting kind: MediaKind?, _ progress: (@Sendable (TransferProgress) -> Void)?
  ) throws -> URL {
    guard data.count <= maximumSize else { throw MediaError.tooLarge(maximumSize) }
    let received = ReceivedFile(
      head: data.prefix(FileContent.headLength), contentType: contentType)
    let file: URL
    do {
      file = destination.file(try received.type(expecting: kind))
    } catch let mismatch as ReceivedFile.Mismatch {
      throw mismatch.error(from: "The service", expecting: kind)
    }
    try destination.writing {
      var part = try PartFile(for: destination)
      do {
        try part.append(data)
        try part.finish(as: file, for: destination)
      } catch {
        part.discard()
        throw error
      }
    }
    progress?(TransferProgress(completedBytes: Int64(data.count), totalBytes: Int64(data.count)))
    return file
  }

  private func content(
    ofDataAddress url: URL
  ) throws -> (content: Data, contentType: String) {
    do {
      guard let address = DataAddress(url), let content = try address.content(upTo: maximumSize)
      else {
        throw MediaError(
          .notSaved, "\(ServiceAddress.name(of: url)) has no file that can be decoded.")
      }
      return (content, address.contentType)
    } catch is DataAddress.TooLarge {
      throw MediaError.tooLarge(maximumSize)
    }
  }
}

extension MediaError {
  /// The error for a result of more than `maximumSize` bytes.
  static func tooLarge(_ maximumSize: Int64) -> MediaError {
    MediaError(
      .responseTooLarge,
      "The result is larger than the \(maximumSize) bytes that are allowed; nothing was saved.")
  }
}

extension ReceivedFile.Mismatch {
  /// The error for what `sender` sent.
  func error(from sender: String, expecting kind: MediaKind?) -> MediaError {
    let expected =
      switch kind {
      case .image: "an image"
      case .video: "a video"
      case .audio: "sound"
      case nil: "the result"
      }
    return MediaError(
      .notSaved, "\(sender) sent \(found) in place of \(expected); nothing was saved.")
  }
}
