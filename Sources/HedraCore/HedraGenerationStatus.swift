/// The progress of a generation (https://www.hedra.com/docs/api-reference/public/get-status).
public struct HedraGenerationStatus: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Not begun.
  public static let queued: Self = "queued"
  /// Not begun, in the documentation of 2025.
  public static let pending: Self = "pending"
  /// In the making.
  public static let processing: Self = "processing"
  /// Made, and not yet stored.
  public static let finalizing: Self = "finalizing"
  /// Finished.
  public static let complete: Self = "complete"
  /// Ended without a result.
  public static let error: Self = "error"
}
