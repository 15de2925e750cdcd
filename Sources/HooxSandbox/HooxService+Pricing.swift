import Foundation
import HooxCore
import TypedMedia

extension HooxService {
  /// The answer to a question for a price. A value that the model does not take is put right, and
  /// the answer says so.
  func price(_ body: JSON?) throws(HooxRefusal) -> JSON {
    guard let name = body?["model"]?.string else { throw .invalid("model", "model is required") }
    let model = try model(named: name)
    try checkQuestion(body?.object ?? [:])
    let count = body?["generation_count"]?.int ?? 1
    let capabilities = HooxModel(model).capabilities
    var normalized = JSONObject()
    // What is longer than a day is as far from what any model makes.
    var duration = (body?["duration"]?.int).map { min(max($0, 0), 86_400) }
    if let asked = duration,
      let nearest = capabilities.durations.min(by: {
        Self.distance($0, asked) < Self.distance($1, asked)
      }),
      nearest != asked
    {
      duration = nearest
      normalized.set("duration", "\(nearest)s")
      normalized.set("duration_in_seconds", nearest)
    }
    if let asked = body?["resolution"]?.string, !capabilities.resolutions.isEmpty,
      !capabilities.resolutions.contains(asked)
    {
      normalized.set("resolution", capabilities.defaultResolution)
    }
    let cost = cost(of: model, duration: duration)
    var answer: JSONObject = ["model": .string(name)]
    answer.set("cost_per_generation", cost)
    answer.set("total_cost", cost * Decimal(count))
    answer.set("currency", "credits")
    answer.set("generation_count", count)
    if !normalized.isEmpty { answer["normalized"] = .object(normalized) }
    return .object(answer)
  }

  /// How far a number is from another, whatever somebody asks for.
  private static func distance(_ number: Int, _ other: Int) -> Decimal {
    (Decimal(number) - Decimal(other)).magnitude
  }

  /// Checks what a question for a price has besides the model. A value of the right type that the
  /// model does not take is no error here: it is put right.
  private func checkQuestion(_ body: JSONObject) throws(HooxRefusal) {
    if let count = body["generation_count"], !(1...4).contains(count.int ?? 0) {
      throw .invalid("generation_count", "generation_count must be a number from 1 to 4")
    }
    if let duration = body["duration"], duration.int == nil {
      throw .invalid("duration", "duration must be a number of seconds")
    }
    if let images = body["image_count"], images.decimal == nil {
      throw .invalid("image_count", "image_count must be a number")
    }
    if let resolution = body["resolution"], resolution.string == nil {
      throw .invalid("resolution", "resolution must be a string")
    }
    if let settings = body["model_settings"], settings.object == nil {
      throw .invalid("model_settings", "model_settings must be an object")
    }
  }

  /// What one generation costs: the base cost, in proportion to the length.
  func cost(of model: ModelRecord, duration: Int?) -> Decimal {
    let view = HooxModel(model)
    let base = baseCosts[model.name] ?? view.baseCost ?? Self.usualCost
    guard let duration, let usual = view.capabilities.defaultDuration, usual > 0 else {
      return base
    }
    return base * Decimal(max(duration, 0)) / Decimal(usual)
  }
}
