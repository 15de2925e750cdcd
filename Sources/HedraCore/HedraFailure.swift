public import Foundation

/// Why a generation has no result, as the service says it
/// (https://www.hedra.com/docs/api-reference/public/list: `GenerationError`).
///
/// It is a view of the service's own JSON: members that have no property here survive in ``object``.
public struct HedraFailure: Hashable, Sendable {
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  /// The class of the error; `nil` when the service does not say.
  public var type: HedraGeneration.ErrorType? {
    object["type"]?.string.map(HedraGeneration.ErrorType.init)
  }
  /// Which of several situations of that class it is; `nil` when the service does not say. One that is not
  /// known says no more than ``type``.
  public var reasonCode: ReasonCode? { object["reason_code"]?.string.map(ReasonCode.init) }
  /// Numbers and words that belong to the ``reasonCode``, such as a bound, by their names. Each may be missing.
  public var reasonParameters: JSONObject { object["reason_params"]?.object ?? [:] }
  /// The service's sentence for it.
  public var message: String? { object["message"]?.string }
  /// The input that is to blame; `nil` when it is none alone.
  public var parameter: String? { object["param"]?.string }
  /// All that is wrong with single inputs; empty where that is one at most.
  public var violations: [MediaError.FieldError] {
    (object["violations"]?.array ?? []).compactMap { violation in
      violation["message"]?.string.map {
        MediaError.FieldError(message: $0, field: violation["field"]?.string)
      }
    }
  }
  /// How many credits it would have cost; `nil` unless they were missing.
  public var creditsNeeded: Decimal? { object["credits_needed"]?.decimal }
  /// How many credits there were; `nil` unless they were missing.
  public var creditsAvailable: Decimal? { object["credits_available"]?.decimal }

  /// Which of several situations it is.
  public struct ReasonCode: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Somebody real is in what was sent: another prompt does not help.
    public static let moderationLikeness: Self = "MODERATION_LIKENESS"
    /// What was made was not allowed, which may go well another time.
    public static let moderationOutputTransient: Self = "MODERATION_OUTPUT_TRANSIENT"
    /// The prompt names music that is somebody's.
    public static let musicPromptCopyrightPolicy: Self = "MUSIC_PROMPT_COPYRIGHT_POLICY"
    /// An image has a shape that is not taken.
    public static let imageAspectRatioUnsupported: Self = "IMAGE_ASPECT_RATIO_UNSUPPORTED"
    /// An image has a size in pixels that is not taken.
    public static let imageResolutionUnsupported: Self = "IMAGE_RESOLUTION_UNSUPPORTED"
    /// An image has too many bytes.
    public static let imageFileSizeUnsupported: Self = "IMAGE_FILE_SIZE_UNSUPPORTED"
    /// A video or sound to refer to has a length that is not taken.
    public static let referenceMediaDurationUnsupported: Self =
      "REFERENCE_MEDIA_DURATION_UNSUPPORTED"
    /// The videos or sounds to refer to are too long together.
    public static let referenceMediaTotalDurationUnsupported: Self =
      "REFERENCE_MEDIA_TOTAL_DURATION_UNSUPPORTED"
    /// An image to refer to has a size in pixels that is not taken.
    public static let referenceImageDimensionsUnsupported: Self =
      "REFERENCE_IMAGE_DIMENSIONS_UNSUPPORTED"
    /// Nobody was found in an image.
    public static let imageSubjectNotDetected: Self = "IMAGE_SUBJECT_NOT_DETECTED"
    /// A sound to refer to needs an image or a video beside it.
    public static let audioReferenceRequiresVisual: Self = "AUDIO_REFERENCE_REQUIRES_VISUAL"
  }
}

extension JobFailure {
  /// Reads why a generation failed: `error_message`, or `error` with a type and a message. Whether the
  /// credits are given back is not documented.
  init(hedraGeneration object: JSONObject) {
    let failure = HedraFailure(object: object["error"]?.object ?? [:])
    let others = failure.violations.map { error in
      error.field.map { "\($0): \(error.message)" } ?? error.message
    }
    let message =
      object["error_message"]?.string ?? failure.message ?? object["error"]?.string
      ?? "The service gave no reason."
    self.init(
      code: failure.type?.rawValue,
      message: ([message] + others.filter { !message.contains($0) }).joined(separator: " "),
      isRetryable: failure.reasonCode == .moderationOutputTransient ? true : nil)
  }
}
