import TypedMedia

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

  /// The frame as a model's own value.
  ///
  /// - Throws: ``UnfitWish``, with what the model takes.
  func chosenRatio<Value: ClosedValue>() throws -> Value? where Value.RawValue == String {
    try value(aspectRatio, of: "--aspect-ratio")
  }

  /// The length as a value of a model that counts in seconds.
  ///
  /// - Throws: ``UnfitWish``, with what the model takes.
  func seconds<Value: ClosedValue>() throws -> Value? where Value.RawValue == Int {
    try value(duration, of: "--duration")
  }

  /// The length as a value of a model that wants the seconds as text.
  ///
  /// - Throws: ``UnfitWish``, with what the model takes.
  func secondsText<Value: ClosedValue>() throws -> Value? where Value.RawValue == String {
    try value(duration.map(String.init), of: "--duration")
  }

  private func value<Value: ClosedValue>(
    _ raw: Value.RawValue?, of option: String
  ) throws -> Value? {
    guard let raw else { return nil }
    guard let value = Value(rawValue: raw) else {
      throw UnfitWish(
        option: "\(option) \(raw)", allowed: Value.allCases.map { "\($0.rawValue)" })
    }
    return value
  }
}

/// A wish that a model does not take.
public struct UnfitWish: Error, Equatable, CustomStringConvertible {
  /// The option and its value, as they were written.
  public let option: String
  /// What the model takes instead.
  public let allowed: [String]

  /// What is wrong, and what is allowed.
  public var description: String {
    "\(option): the model takes one of \(allowed.joined(separator: ", "))."
  }
}
