public import Foundation

#if canImport(CryptoKit)
  import CryptoKit
#endif

/// Checks codes of HMAC with SHA-256 (RFC 2104), by which services sign what they send to webhooks: with a secret
/// that they share with the account, and not with a key that anybody may know.
///
/// Where the system has CryptoKit, `system` is one. Elsewhere, give it what your server has, such as
/// swift-crypto:
///
/// ```swift
/// let verifier = HMACVerifier { code, message, secret in
///   HMAC<SHA256>.isValidAuthenticationCode(
///     code, authenticating: message, using: SymmetricKey(data: secret))
/// }
/// ```
public struct HMACVerifier: Sendable {
  private let isValid: @Sendable (_ code: Data, _ message: Data, _ secret: Data) -> Bool

  /// Creates a verifier.
  ///
  /// - Parameter isValid: Whether a code of 32 bytes is that of a message, by a secret. It has to take as long
  ///   for one that is nearly right as for any other.
  public init(
    _ isValid: @escaping @Sendable (_ code: Data, _ message: Data, _ secret: Data) -> Bool
  ) {
    self.isValid = isValid
  }

  #if canImport(CryptoKit)
    /// The verifier of the system.
    public static let system = HMACVerifier { code, message, secret in
      HMAC<SHA256>.isValidAuthenticationCode(
        code, authenticating: message, using: SymmetricKey(data: secret))
    }
  #endif

  /// Tells whether `code` is that of `message`, by whoever has the secret. One of a wrong length is
  /// not, and an empty secret is none.
  ///
  /// - Returns: `true` if `code` is that of `message`, by whoever has the secret.
  public func isCode(_ code: Data, of message: Data, by secret: Data) -> Bool {
    code.count == 32 && !secret.isEmpty && isValid(code, message, secret)
  }
}
