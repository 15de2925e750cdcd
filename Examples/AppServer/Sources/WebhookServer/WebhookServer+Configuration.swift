extension WebhookServer {
  /// Where a server listens, and how much it takes.
  public struct Configuration: Sendable {
    /// The name or address to listen at. What is not this machine's own needs HTTPS in front of it.
    public var host: String
    /// The port to listen at; 0 for any that is free.
    public var port: Int
    /// Where webhooks are taken.
    public var path: String
    /// The most bytes that a webhook may have.
    public var maximumBodySize: Int
    /// How many jobs may wait to be looked into. Who names more is told to come again.
    public var maximumBacklog: Int
    /// How often to look for jobs of which no webhook came.
    public var patience: Duration

    /// Creates a configuration; by default one that listens on this machine only.
    public init(
      host: String = "127.0.0.1",
      port: Int = 8_080,
      path: String = "/webhooks/hoox",
      maximumBodySize: Int = 64 * 1_024,
      maximumBacklog: Int = 1_000,
      patience: Duration = .seconds(600)
    ) {
      self.host = host
      self.port = port
      self.path = path
      self.maximumBodySize = maximumBodySize
      self.maximumBacklog = maximumBacklog
      self.patience = patience
    }
  }
}
