public import Foundation

/// Makes videos, images and sound with the models that Hedra offers by its older API: for keys that are sent as
/// `X-API-Key`, not for those with an ID and a secret, which `HedraV3` takes.
///
/// ```swift
/// let hedra = HedraClient(apiKey: APIKey(key))
/// let portrait = try await hedra.upload(photo, as: .image)
/// let voice = try await hedra.voices().first
/// let submission = try await hedra.submit(request)
/// let result = try await submission.job.result()
/// let file = try await hedra.download(result, to: folder)
/// ```
///
/// It speaks the API at `/web-app/public`, which the service calls version 2.
/// Facts about the service: https://www.hedra.com/docs.
public struct HedraClient: Sendable {
  /// Makes the calls, also those that the client has no method for.
  public let connection: ServiceConnection

  /// Hedra's address (https://www.hedra.com/docs/api-reference/public/generate-asset).
  public static let defaultURL =
    URL(string: "https://api.hedra.com/web-app/public") ?? URL(filePath: "/")

  /// Creates a client.
  ///
  /// Nothing is sent, and nothing is checked yet: a key that is malformed, or an address that is not
  /// HTTPS, is an error of the first call.
  ///
  /// - Parameters:
  ///   - apiKey: The key, which takes a paid plan
  ///     (https://www.hedra.com/docs/pages/developer/getting_started/quickstart). It is never printed.
  ///   - baseURL: Where the service is.
  ///   - configuration: How to send, wait, and keep books.
  public init(
    apiKey: APIKey,
    baseURL: URL = defaultURL,
    configuration: ClientConfiguration = ClientConfiguration()
  ) {
    connection = ServiceConnection(
      profile: .hedra, baseURL: baseURL, key: apiKey, configuration: configuration)
  }
}
