import Foundation

/// Makes images, videos and sound with the models that fal offers.
///
/// ```swift
/// let fal = FalClient(apiKey: APIKey(key))
/// let submission = try await fal.submit(Flux2(prompt: "A tide pool at dawn"))
/// let output = try await submission.job.result()
/// for image in output.images { _ = try await fal.download(image, to: folder) }
/// ```
///
/// Write the snapshots of the models that you use into your own target:
/// `swift package update-schemas fal --only 'fal-ai/flux-2*'`, which needs no key.
///
/// Facts about the service: https://fal.ai/docs.
public struct FalClient: Sendable {
  /// Makes the calls, also those that the client has no method for.
  public let connection: ServiceConnection
  /// The addresses of the service's parts.
  public let addresses: FalAddresses
  /// What units of models cost, as far as somebody asked.
  let prices = FalPriceList()

  /// Creates a client.
  ///
  /// Nothing is sent, and nothing is checked yet: a key that is malformed, or an address that is not HTTPS,
  /// is an error of the first call.
  ///
  /// - Parameters:
  ///   - apiKey: The key, which has an ID and a secret with a colon between them
  ///     (https://fal.ai/docs). It is never printed.
  ///   - addresses: Where the parts of the service are.
  ///   - configuration: How to send, wait, and keep books.
  public init(
    apiKey: APIKey, addresses: FalAddresses = .standard,
    configuration: ClientConfiguration = ClientConfiguration()
  ) {
    self.addresses = addresses
    connection = ServiceConnection(
      profile: .fal(at: addresses), baseURL: addresses.queue, key: apiKey,
      configuration: configuration)
  }
}
