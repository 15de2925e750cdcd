public import Foundation

/// The reason why a test fails: what was expected, and how what is there differs.
///
/// The expectations throw it, for Swift Testing and XCTest both fail a test that throws, and show the
/// error's description. A test that goes on after it catches it as any other error.
public struct ExpectationFailure: LocalizedError, Hashable, Sendable, CustomStringConvertible {
  /// The message for people, in one or more lines.
  public let description: String

  /// The same, for who asks an error of Foundation's.
  public var errorDescription: String? { description }

  init(_ description: String) { self.description = description }
}
