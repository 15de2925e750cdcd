public import Foundation
public import TypedMedia

/// A request that arrived at a sandbox.
public struct SandboxRequest<Endpoint: Hashable & Sendable>: Hashable, Sendable {
  /// The endpoint that it asked for; `nil` when there is nothing at its address.
  public let endpoint: Endpoint?
  /// `GET`, `POST` or `PUT`.
  public let method: String
  /// The address that it went to.
  public let url: URL
  /// The header fields that came with it.
  public let headers: HeaderFields
  /// Its body, as it came; `nil` when it had none, or one that is not JSON.
  public let body: JSON?
}
