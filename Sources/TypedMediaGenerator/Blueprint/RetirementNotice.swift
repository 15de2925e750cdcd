/// What is said in Swift of something that the service has no longer.
package struct RetirementNotice: Hashable, Sendable {
  /// What became of it, and what to use.
  package let message: String
  /// The Swift name to use instead; `nil` where nothing has taken its place.
  package let replacementName: String?
}
