import Foundation

/// How files go to and from addresses that a service names, as the configuration says.
extension ServiceConnection {
  /// Saves files whose address is its own permission: the key is not sent.
  public var download: Download {
    var download = Download(
      over: configuration.transport, retries: configuration.retries, clock: configuration.clock)
    download.service = baseURL
    return download
  }

  /// Saves files that the service itself gives out to whoever has the key.
  ///
  /// The key is sent to the origin of ``baseURL``, which is its scheme, host and port, and to no other:
  /// not to another address that the service names, and not to one that it redirects to.
  public var authorizedDownload: Download {
    var download = download
    download.authorization = authorization
    return download
  }

  /// Sends files to addresses that are their own permission: the key is not sent.
  public var upload: Upload {
    var upload = Upload(
      over: configuration.transport, retries: configuration.retries, clock: configuration.clock)
    upload.service = baseURL
    return upload
  }

  /// The header fields that let one in at `url`; none where it is not the service's own.
  @Sendable private func authorization(for url: URL) async throws -> HeaderFields {
    guard ServiceAddress.origin(of: url) == ServiceAddress.origin(of: baseURL) else { return [:] }
    let field = try await credentials().field
    return [field.name: field.value]
  }
}
