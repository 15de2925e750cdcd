public import Foundation

/// Makes videos and images with the models of several providers, through IndoxHub.
///
/// ```swift
/// let indoxhub = IndoxHubClient(apiKey: APIKey(key))
/// let submission = try await indoxhub.submit(
///   RayV2(prompt: "A fox runs through autumn leaves.", size: .size1280x720))
/// let generation = try await submission.job.result()
/// ```
///
/// Facts about the service: https://indoxhub.com/docs.
public struct IndoxHubClient: Sendable {
  /// Makes the calls, also those that the client has no method for.
  public let connection: ServiceConnection

  /// IndoxHub's address (https://indoxhub.com/docs/usage/basic-usage/).
  public static let defaultURL =
    URL(string: "https://api.indoxhub.com/api/v1") ?? URL(filePath: "/")

  /// Creates a client.
  ///
  /// Nothing is sent, and nothing is checked yet: a key that is malformed, or an address that is not
  /// HTTPS, is an error of the first call.
  ///
  /// - Parameters:
  ///   - apiKey: The key, which begins with `indox-` (https://indoxhub.com/docs/usage/basic-usage/). It
  ///     is never printed.
  ///   - baseURL: Where the service is.
  ///   - configuration: How to send, wait, and keep books.
  public init(
    apiKey: APIKey,
    baseURL: URL = defaultURL,
    configuration: ClientConfiguration = ClientConfiguration()
  ) {
    connection = ServiceConnection(
      profile: .indoxHub, baseURL: baseURL, key: apiKey, configuration: configuration)
  }
}
