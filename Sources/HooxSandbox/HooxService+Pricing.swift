import Foundation
import TypedMedia

extension HooxService {
  /// The answer to a question for a price. A value that the model does not take is put right, and the
  /// answer says so.
  func price(_ body: JSON?) throws(HooxRefusal) -> JSON {
    guard let name = body?["model"]?.string else { throw .invalid("model", "model is required") }
    let model = try model(named: name)
    let count = body?["generation_count"]?.int ?? 1
    var normalized = JSONObject()
    var duration = body?["duration"]?.int
    if let asked = duration,
      let nearest = model.capabilities.durations.min(by: { abs($0 - asked) < abs($1 - asked) }),
      nearest != asked
    {
      duration = nearest
      normalized.set("duration", "\(nearest)s")
      normalized.set("duration_in_seconds", nearest)
    }
    if let asked = body?["resolution"]?.string, !model.capabilities.resolutions.isEmpty,
      !model.capabilities.resolutions.contains(asked)
    {
      normalized.set("resolution", model.capabilities.defaultResolution)
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

  /// What one generation costs: the base cost, in proportion to the length.
  func cost(of model: ModelRecord, duration: Int?) -> Decimal {
    let base = baseCosts[model.name] ?? model.baseCost ?? Self.usualCost
    guard let duration, let usual = model.capabilities.defaultDuration, usual > 0 else {
      return base
    }
    return base * Decimal(duration) / Decimal(usual)
  }
}
