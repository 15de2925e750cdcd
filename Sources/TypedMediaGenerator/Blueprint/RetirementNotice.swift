/// The notice in Swift that the service has something no longer.
package struct RetirementNotice: Hashable, Sendable {
  /// The message of what became of it, and what to use.
  package let message: String
  /// The Swift name to use instead; `nil` where nothing has taken its place.
  package let replacementName: String?
}
