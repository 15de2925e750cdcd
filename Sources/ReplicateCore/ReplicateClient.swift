public import Foundation

/// Makes images, videos, sound and text with the models that Replicate hosts.
///
/// ```swift
/// let replicate = ReplicateClient(apiKey: APIKey(token))
/// let submission = try await replicate.submit(SDXLLightning4step(prompt: "A tide pool at dawn"))
/// let output = try await submission.job.result()
/// for image in output.files { _ = try await replicate.download(image, to: folder) }
/// ```
///
/// Fetch the result soon: what a prediction took and made is deleted an hour after it ended, files included.
///
/// Write the snapshots of the models that you use into your own target:
/// `swift package update-schemas replicate --only bytedance/sdxl-lightning-4step`, with the token in
/// `REPLICATE_API_TOKEN`.
///
/// Facts about the service: https://api.replicate.com/openapi.json.
public struct ReplicateClient: Sendable {
  /// The service's address.
  public static let defaultURL =
    URL(string: "https://api.replicate.com/v1") ?? URL(filePath: "/")

  /// Makes the calls, also those that the client has no method for.
  public let connection: ServiceConnection

  /// Creates a client.
  ///
  /// Nothing is sent, and nothing is checked yet: a token that is malformed, or an address that is not HTTPS, is
  /// an error of the first call.
  ///
  /// - Parameters:
  ///   - apiKey: The token. It is never printed.
  ///   - baseURL: Where the service is.
  ///   - configuration: How to send, wait, and keep books.
  public init(
    apiKey: APIKey, baseURL: URL = defaultURL,
    configuration: ClientConfiguration = ClientConfiguration()
  ) {
    connection = ServiceConnection(
      profile: .replicate, baseURL: baseURL, key: apiKey, configuration: configuration)
  }
}
