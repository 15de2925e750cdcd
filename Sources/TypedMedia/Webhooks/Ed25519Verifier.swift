public import Foundation

#if canImport(CryptoKit)
  import CryptoKit
#endif

/// Checks signatures of Ed25519 (RFC 8032), by which services sign what they send to webhooks.
///
/// Where the system has CryptoKit, `system` is one. Elsewhere, give it what your server has, such as
/// swift-crypto:
///
/// ```swift
/// let verifier = Ed25519Verifier { signature, message, publicKey in
///   let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
///   return key?.isValidSignature(signature, for: message) ?? false
/// }
/// ```
public struct Ed25519Verifier: Sendable {
  private let isValid: @Sendable (_ signature: Data, _ message: Data, _ publicKey: Data) -> Bool

  /// Creates a verifier.
  ///
  /// - Parameter isValid: Whether a signature of 64 bytes is that of a message, by a key of 32 bytes. A key
  ///   that is none has signed nothing.
  public init(
    _ isValid:
      @escaping @Sendable (_ signature: Data, _ message: Data, _ publicKey: Data) -> Bool
  ) {
    self.isValid = isValid
  }

  #if canImport(CryptoKit)
    /// The verifier of the system.
    public static let system = Ed25519Verifier { signature, message, publicKey in
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
      return key?.isValidSignature(signature, for: message) ?? false
    }
  #endif

  /// Tells whether `signature` is that of `message`, by the owner of the key. One of a wrong length
  /// is not.
  ///
  /// - Returns: `true` if `signature` is that of `message`, by the owner of the key.
  public func isSignature(_ signature: Data, of message: Data, by publicKey: Data) -> Bool {
    signature.count == 64 && publicKey.count == 32 && isValid(signature, message, publicKey)
  }
}
