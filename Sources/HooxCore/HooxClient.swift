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
  /// Makes the calls, also those that the client has no method for.
  public let connection: ServiceConnection

  /// Hoox's address.
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
  ///   - configuration: How to send, wait, and keep books.
  public init(
    apiKey: APIKey,
    baseURL: URL = defaultURL,
    configuration: ClientConfiguration = ClientConfiguration()
  ) {
    connection = ServiceConnection(
      profile: .hoox, baseURL: baseURL, key: apiKey, configuration: configuration)
  }
}
