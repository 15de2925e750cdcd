public import Foundation

/// Makes images, videos and speech with the models that Hedra offers by its API v3.
///
/// ```swift
/// let hedra = HedraV3Client(apiKey: APIKey("\(keyID):\(secret)"))
/// let submission = try await hedra.submit(
///   Flux2Pro(prompt: "A tide pool at dawn", aspectRatio: .ratio16x9))
/// let result = try await submission.job.result()
/// let file = try await hedra.download(result, to: folder)
/// ```
///
/// It is another API than that of `HedraClient`: with other keys, another wallet, in US dollars, and other IDs
/// of models and jobs. It has no call that cancels a job.
///
/// What is said here of the service is of its public document (https://api.hedra.com/v3/openapi.json) of
/// version 3.9.0, and of what its own library for Python sends to version 3.20.0.
public struct HedraV3Client: Sendable {
  /// Makes the calls, also those that the client has no method for: chat, keys and log drains.
  public let connection: ServiceConnection

  /// The address of Hedra's API v3.
  public static let defaultURL = URL(string: "https://api.hedra.com/v3") ?? URL(filePath: "/")

  /// Creates a client.
  ///
  /// Nothing is sent, and nothing is checked yet: a key that is malformed, or an address that is not
  /// HTTPS, is an error of the first call.
  ///
  /// - Parameters:
  ///   - apiKey: The key's ID and its secret, as `ID:SECRET`; the service's own tools read it from
  ///     `HEDRA_API_KEY`. Or one of the short-lived tokens that a server gives to a browser, which has no
  ///     colon. It is never printed.
  ///   - baseURL: Where the service is.
  ///   - configuration: How to send, wait, and keep books.
  public init(
    apiKey: APIKey,
    baseURL: URL = defaultURL,
    configuration: ClientConfiguration = ClientConfiguration()
  ) {
    connection = ServiceConnection(
      profile: .hedraV3, baseURL: baseURL, key: apiKey, configuration: configuration)
  }
}
