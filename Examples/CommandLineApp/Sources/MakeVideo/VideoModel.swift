public import ArgumentParser
public import Hoox

/// The models that the app offers.
public enum VideoModel: String, CaseIterable, ExpressibleByArgument, Sendable {
  case veo3_1 = "veo-3.1"
  case veo3_1Lite = "veo-3.1-lite"
  case seedance2_0 = "seedance-2.0"
  case klingV3Pro = "kling-v3-pro"

  /// The request that a wish is to the model.
  ///
  /// Which wishes a model takes at all is checked when this compiles: a model that had no duration, or that
  /// needed a reference, would not get past its initializer here. Which values it takes is in the types
  /// of the parameters, by which the text of the command line is read.
  ///
  /// - Throws: `ValidationError`, with what the model takes.
  public func request(for wish: VideoWish) throws -> any HooxRequest {
    switch self {
    case .veo3_1:
      Veo3_1(
        prompt: wish.prompt, aspectRatio: try aspectRatio(wish), duration: try duration(wish))
    case .veo3_1Lite:
      Veo3_1Lite(
        prompt: wish.prompt, aspectRatio: try aspectRatio(wish), duration: try duration(wish))
    case .seedance2_0:
      Seedance2_0(
        prompt: wish.prompt, aspectRatio: try aspectRatio(wish), duration: try duration(wish))
    case .klingV3Pro:
      KlingV3Pro(
        prompt: wish.prompt, aspectRatio: try aspectRatio(wish), duration: try duration(wish))
    }
  }

  private func aspectRatio<Value: ClosedValue>(_ wish: VideoWish) throws -> Value?
  where Value.RawValue == String {
    try value(wish.aspectRatio, of: "--aspect-ratio")
  }

  private func duration<Value: ClosedValue>(_ wish: VideoWish) throws -> Value?
  where Value.RawValue == Int {
    try value(wish.duration, of: "--duration")
  }

  private func value<Value: ClosedValue>(
    _ raw: Value.RawValue?, of option: String
  ) throws -> Value? {
    guard let raw else { return nil }
    guard let value = Value(rawValue: raw) else {
      let allowed = Value.allCases.map(\.description).joined(separator: ", ")
      throw ValidationError("\(option) \(raw): \(rawValue) takes one of \(allowed).")
    }
    return value
  }
}

/// What somebody wants to see. What is `nil` is left to the model.
public struct VideoWish: Sendable {
  /// What the video shows, in words.
  public var prompt: String
  /// Its length, in seconds.
  public var duration: Int?
  /// The shape of its frame, such as `16:9`.
  public var aspectRatio: String?

  /// Creates a wish.
  public init(prompt: String, duration: Int? = nil, aspectRatio: String? = nil) {
    self.prompt = prompt
    self.duration = duration
    self.aspectRatio = aspectRatio
  }
}
