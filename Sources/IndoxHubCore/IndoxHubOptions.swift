/// The options of a request to any model (https://www.indoxhub.com/docs/usage/video/,
/// https://indoxhub.com/docs/usage/images/).
public struct IndoxHubOptions: SubmissionOptions {
  /// The name of the provider, such as `google`, which the model's name has too.
  public var provider: String?
  /// Your own key at the model's provider: the generation then costs no credits, and the service does
  /// not keep the key (https://indoxhub.com/docs/usage/byok/).
  ///
  /// It is treated like the API key: looked up when the request is made, and in no description, error or
  /// ledger.
  public var byokAPIKey: APIKey?

  /// Creates options that leave all to the service.
  public init() { self.init(provider: nil) }

  /// Creates options. What is left `nil` is left to the service.
  public init(provider: String? = nil, byokAPIKey: APIKey? = nil) {
    self.provider = provider
    self.byokAPIKey = byokAPIKey
  }
}
