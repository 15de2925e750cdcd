/// The secret that an account at a service is known by.
///
/// It is printed nowhere: not in a description, not in a dump, not in an error.
public struct APIKey: Sendable, ExpressibleByStringLiteral, CustomStringConvertible,
  CustomDebugStringConvertible, CustomReflectable
{
  private let read: @Sendable () async throws -> String

  /// A key that is at hand.
  public init(_ value: String) { read = { value } }

  /// A key that is looked up when a request is made, as in a keychain.
  public init(_ read: @escaping @Sendable () async throws -> String) { self.read = read }

  /// A key that is written in the source: for tests only.
  public init(stringLiteral value: String) { self.init(value) }

  /// A word in place of the key.
  public var description: String { "APIKey(hidden)" }
  /// The same as ``description``.
  public var debugDescription: String { description }
  /// Nothing, so that a dump shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// The secret itself.
  func value() async throws -> String { try await read() }
}
