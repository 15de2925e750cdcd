public import Foundation

/// The price of a model, and what that depends on
/// (https://www.hedra.com/docs/api-reference/public/list-models).
public struct HedraPricing: Hashable, Sendable {
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  /// The credits that a generation costs, however long it is; `nil` where the length alone counts.
  public var baseCost: Decimal? { object["base_cost"]?.decimal }
  /// The credits that each second costs; `nil` where the length does not count.
  public var creditsPerSecond: Decimal? { object["credits_per_second"]?.decimal }
  /// By what the price is multiplied for each value of what it depends on, such as
  /// `["resolution": ["1080p": 3]]`. A value that is not listed leaves the price as it is.
  public var modifiers: [String: [String: Decimal]] {
    Dictionary(
      (object["modifiers"]?.object ?? [:]).map { dimension, factors in
        let known = (factors.object ?? [:]).compactMap { value, factor in
          factor.decimal.map { (value, $0) }
        }
        return (dimension, Dictionary(known, uniquingKeysWith: { _, last in last }))
      }, uniquingKeysWith: { _, last in last })
  }

  /// Computes what a generation costs, in credits, by the documented formula: the base cost and
  /// that of the seconds, multiplied by what the price depends on, and rounded up.
  ///
  /// - Parameters:
  ///   - length: The length of the result; `nil` where it is not known or there is none.
  ///   - values: The values of what the price depends on, by the names of ``modifiers``.
  /// - Returns: The credits; `nil` when there is no price, or when what it depends on is missing.
  public func credits(for length: Duration?, values: [String: String] = [:]) -> Decimal? {
    credits(seconds: length?.decimalSeconds, values: values)
  }

  fileprivate func credits(seconds: Decimal?, values: [String: String]) -> Decimal? {
    guard baseCost != nil || creditsPerSecond != nil else { return nil }
    let rate = creditsPerSecond ?? 0
    guard rate == 0 || seconds != nil else { return nil }
    var cost = (baseCost ?? 0) + rate * (seconds ?? 0)
    for (dimension, factors) in modifiers where !factors.isEmpty {
      guard let value = values[dimension] else { return nil }
      cost *= factors[value] ?? 1
    }
    var whole = Decimal()
    NSDecimalRound(&whole, &cost, 0, .up)
    return whole
  }
}

extension HedraModel {
  /// Computes what a request to this model costs, in credits, for its whole batch, by what the
  /// record says.
  ///
  /// - Returns: The credits; `nil` where the record, or the request, does not say what the price depends
  ///   on.
  public func estimatedCredits(of request: some HedraRequest) -> Decimal? {
    estimatedCredits(of: JSONObject(request))
  }

  /// Computes what a request that there is no type for costs, in credits, as for one of a generated
  /// type.
  ///
  /// - Returns: What a request that there is no type for costs, in credits, as for one of a
  ///   generated type.
  public func estimatedCredits(of request: RawRequest) -> Decimal? {
    estimatedCredits(of: request.body)
  }

  package func estimatedCredits(of body: JSONObject) -> Decimal? {
    let inputs = body["generated_video_inputs"]?.object ?? [:]
    func value(_ key: String) -> JSON? { inputs[key] ?? body[key] }
    var values: [String: String] = [:]
    for dimension in (pricing?.modifiers ?? [:]).keys {
      let chosen = value(dimension) ?? usualValue(of: dimension)
      values[dimension] = chosen.flatMap { $0.string ?? ($0.isNull ? nil : $0.text()) }
    }
    guard let credits = pricing?.credits(seconds: Self.seconds(in: body), values: values),
      let factor = engineFactor(in: body)
    else { return nil }
    var cost = credits * factor
    var whole = Decimal()
    NSDecimalRound(&whole, &cost, 0, .up)
    return whole * Decimal(body["batch_size"]?.int ?? 1)
  }

  /// What holds where nothing is asked for: the record says which resolution, and a video has sound
  /// (https://www.hedra.com/docs/api-reference/public/generate-asset).
  private func usualValue(of dimension: String) -> JSON? {
    record.object["default_\(dimension)"] ?? (dimension == "generate_audio" ? true : nil)
  }

  /// The length that a request asks for, in seconds; `nil` where it asks for none, or for whatever the model
  /// likes.
  private static func seconds(in body: JSONObject) -> Decimal? {
    let inputs = body["generated_video_inputs"]
    // The shots are as long together as the video, in the place of what is said of it.
    if let shots = inputs?["multi_prompt"]?.array, !shots.isEmpty {
      let lengths = shots.compactMap { $0["duration_ms"]?.decimal }
      return lengths.count == shots.count ? lengths.reduce(0, +) / 1_000 : nil
    }
    if body["type"] == "text_to_music" {
      return (body["music_length_ms"] ?? 10_000).decimal.map { $0 / 1_000 }
    }
    return (inputs?["duration_ms"] ?? body["duration_ms"])?.decimal.map { $0 / 1_000 }
      ?? body["duration_seconds"]?.decimal
  }

  /// By what the price is multiplied for what makes the frames between; `nil` where that is not known.
  private func engineFactor(in body: JSONObject) -> Decimal? {
    guard body.hasMembers("target_fps"), let name = body["fps_engine"]?.string else { return 1 }
    return frameRateEngines.first { $0.name == name }?.priceMultiplier
  }

  /// The model that a request is to, by its slug or its ID; `nil` when it names none.
  package static func name(in body: JSONObject) -> String? {
    let keys = [
      "model_slug", "ai_model_id", "audio_generation_model_id", "video_generation_model_id",
      "model_id",
    ]
    return keys.lazy.compactMap { body[$0]?.string }.first
      ?? keys.lazy.compactMap { body["generated_video_inputs"]?[$0]?.string }.first
  }

  /// Whether requests call the model so: by its slug or its ID.
  package func isCalled(_ name: String) -> Bool {
    slug == name || object["id"]?.string?.lowercased() == name.lowercased()
  }
}

extension Duration {
  /// The seconds, to the last digit.
  var decimalSeconds: Decimal {
    let (seconds, attoseconds) = components
    return Decimal(seconds) + Decimal(sign: .plus, exponent: -18, significand: Decimal(attoseconds))
  }
}
