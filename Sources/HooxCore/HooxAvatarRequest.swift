public import Foundation

/// A request that makes an avatar or a look: ``HooxNewAvatar`` or ``HooxAvatarEdit``.
///
/// It is submitted with ``HooxAvatars``. The calls are no models and have no published schema: the
/// one that they are checked against, also before anything is sent, says what the documentation
/// does.
public protocol HooxAvatarRequest: GenerationRequest
where ServiceClient == HooxAvatars, Output == HooxLook {
  /// What the documentation says that it costs, in credits. The service has no call that says it.
  var documentedCost: Decimal { get }
}

/// How an avatar is filmed (https://docs.hoox.video/api-reference/avatars/create).
public enum HooxAvatarStyle: String, ClosedValue {
  /// As with a telephone, which is the service's default.
  case iphone
  /// At arm's length.
  case selfie
  /// As in a podcast.
  case podcast
  /// As in a car.
  case car
  /// As at a conference.
  case conference
  /// As the prompt alone has it.
  case raw
}

/// The shape of the frame (https://docs.hoox.video/api-reference/avatars/create).
public enum HooxAvatarFormat: String, ClosedValue {
  /// Higher than wide, which is the service's default.
  case vertical
  /// Wider than high.
  case horizontal
}

/// How fine a look is drawn (https://docs.hoox.video/api-reference/avatars/create).
public enum HooxAvatarResolution: String, ClosedValue {
  /// The service's default.
  case k2 = "2K"
  /// The finer, which costs more.
  case k4 = "4K"
}
