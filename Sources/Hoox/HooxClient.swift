public import Foundation

/// Makes images and videos with the models that Hoox offers.
///
/// ```swift
/// let hoox = HooxClient(apiKey: APIKey(key))
/// let submission = try await hoox.submit(
///   Veo3_1(prompt: "A fox runs through autumn leaves.", duration: .seconds8))
/// let asset = try await submission.job.result()
/// ```
///
/// Facts about the service: https://docs.hoox.video.
public struct HooxClient: Sendable {
  /// How to wait for a job. Hoox advises to ask every 2 to 5 seconds
  /// (https://docs.hoox.video/api-reference/assets/status).
  public var polling: PollingPolicy
  /// Measures the waits.
  public var clock: any Clock<Duration>

  let connection: ServiceConnection

  /// Where Hoox is.
  public static let defaultURL =
    URL(string: "https://app.hoox.video/api/public/v1") ?? URL(filePath: "/")

  /// Creates a client.
  ///
  /// Nothing is sent, and nothing is checked yet: a key that is malformed, or an address that is not
  /// HTTPS, is an error of the first call.
  ///
  /// - Parameters:
  ///   - apiKey: The key, which begins with `hx_` (https://docs.hoox.video/authentication). It is
  ///     never printed.
  ///   - baseURL: Where the service is.
  ///   - transport: Sends the requests. `HooxSandbox` of `TypedMediaSandbox` plays the service.
  ///   - polling: How to wait for a job.
  ///   - clock: Measures the waits. A test passes one that does not wait.
  public init(
    apiKey: APIKey,
    baseURL: URL = defaultURL,
    transport: any Transport = URLSessionTransport(),
    polling: PollingPolicy = PollingPolicy(),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.polling = polling
    self.clock = clock
    connection = ServiceConnection(
      profile: .hoox, baseURL: baseURL, key: apiKey, transport: transport, stamp: HooxModels.stamp)
  }
}
