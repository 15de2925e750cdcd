/// How files go to and from addresses that are their own permission: as the configuration says, and
/// without the key.
extension ServiceConnection {
  /// Saves files.
  public var download: Download {
    Download(
      over: configuration.transport, retries: configuration.retries, clock: configuration.clock)
  }

  /// Sends files.
  public var upload: Upload {
    Upload(
      over: configuration.transport, retries: configuration.retries, clock: configuration.clock)
  }
}
