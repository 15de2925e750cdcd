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
/// file that is there is complete; a download that fails or is cancelled leaves nothing behind. One
/// that breaks off goes on where it was, if the server lets it and the file is still the same, and
/// begins anew if not. The key is not sent: a result's address is its own permission.
public struct Download: Sendable {
  /// Sends the requests.
  public var transport: any Transport
  /// When to try again after the connection broke, or the server was busy.
  public var retries: RetryPolicy
  /// The most bytes that a file may have. 10 GB by default.
  public var maximumSize: Int64

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
    maximumSize: Int64 = 10_000_000_000,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.transport = transport
    self.retries = retries
    self.maximumSize = maximumSize
    self.clock = clock
  }

  /// Saves what is at `url` in `folder`, and returns the file.
  ///
  /// - Parameters:
  ///   - url: Where the result is: HTTPS, or HTTP on this machine.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name, to which the extension for the media type is added. Characters that
  ///     could lead out of the folder are replaced.
  ///   - overwriting: Whether to replace a file of that name. By default that is an error.
  ///   - progress: Called, from any thread, up to ten times a second and at the end. It falls back
  ///     to zero when the download has to begin anew.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/notSaved``, also where there is a file
  ///   of that name, ``MediaError/Code/unreachable``, ``MediaError/Code/insecureAddress``,
  ///   ``MediaError/Code/redirectRefused`` or, beyond ``maximumSize``,
  ///   ``MediaError/Code/responseTooLarge``; or `CancellationError`.
  public func save(
    _ url: URL,
    in folder: URL,
    named name: String,
    overwriting: Bool = false,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL {
    guard ServiceAddress.isSecure(url) else {
      throw MediaError(
        .insecureAddress,
        "\(ServiceAddress.name(of: url)) is not an https address, and was not downloaded.")
    }
    let stopwatch = Stopwatch(clock)
    let transfer = DownloadTransfer(
      of: url, to: Destination(folder: folder, name: name, isReplacing: overwriting),
      over: transport, maximumSize: maximumSize,
      meter: progress.map { ProgressMeter($0, stopwatch: stopwatch) })
    defer { transfer.discard() }
    do {
      return try await retries.retrying(on: stopwatch, transfer.attempt)
    } catch let error where error is MediaError || error is CancellationError {
      throw error
    } catch {
      throw MediaError(
        .notSaved, "The result could not be saved in \(folder.path): \(error.localizedDescription)",
        underlyingError: error)
    }
  }
}
