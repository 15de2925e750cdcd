public import Foundation

/// What the service says with everything that it makes
/// (https://indoxhub.com/docs/api/responses/).
///
/// It is a view of the service's own JSON: members that have no property here survive in
/// ``object``.
public protocol IndoxHubAnswer: Hashable, Sendable {
  /// The whole answer, in the service's spelling.
  var object: JSONObject { get }
}

extension IndoxHubAnswer {
  /// The service's number for the exchange.
  public var requestID: String? { object["request_id"]?.string }
  /// When it was asked for.
  public var createdAt: Date? { object.date("created_at") }
  /// How long the service took, in milliseconds.
  public var durationMilliseconds: Double? { object.double("duration_ms") }
  /// Who offers the model: `google`.
  public var provider: String? { object["provider"]?.string }
  /// The model's name; the oldest form of a finished job has it in its `result`.
  public var model: String? {
    object["model"]?.string ?? object["result"]?["model"]?.string
  }
  /// Whether the service says that it went well.
  public var isSuccess: Bool? { object["success"]?.bool }
  /// What the service says of it, for people.
  public var message: String? { object["message"]?.string }
  /// What it took and cost.
  public var usage: IndoxHubUsage? { object["usage"]?.object.map(IndoxHubUsage.init) }
  /// What the provider answered, in its own form.
  public var rawResponse: JSON? { object["raw_response"] }
  /// Whether ``IndoxHubOptions/byokAPIKey`` was used.
  public var usesOwnKey: Bool? { object["byok_api_key"]?.bool }
}

/// What a request took and cost (https://indoxhub.com/docs/api/responses/).
public struct IndoxHubUsage: Hashable, Sendable {
  /// The whole member, in the service's spelling.
  public let object: JSONObject
  /// What is counted, such as `audio` of a sound whose words were wanted
  /// (https://indoxhub.com/docs/usage/stt/); `nil` where it is tokens.
  public var type: String? { object["type"]?.string }
  /// How long that sound is, in seconds.
  public var seconds: Double? { object.double("seconds") }
  /// The prompt's tokens.
  public var promptTokens: Int? { object["tokens_prompt"]?.int }
  /// The result's tokens.
  public var completionTokens: Int? { object["tokens_completion"]?.int }
  /// All tokens.
  public var totalTokens: Int? { object["tokens_total"]?.int }
  /// How many requests it was to the provider.
  public var requestCount: Int? { object["request_count"]?.int }
  /// The tokens that were read from a cache.
  public var cacheReadTokens: Int? { object["cache_read_tokens"]?.int }
  /// The tokens that were written to a cache.
  public var cacheWriteTokens: Int? { object["cache_write_tokens"]?.int }
  /// The tokens that the model thought in.
  public var reasoningTokens: Int? { object["reasoning_tokens"]?.int }
  /// How many searches of the web there were.
  public var webSearchCount: Int? { object["web_search_count"]?.int }
  /// What it cost, in US dollars. A dollar is 1,000 credits
  /// (https://www.indoxhub.com/docs/usage/pricing/).
  public var cost: Decimal? { object["cost"]?.decimal }
  /// How long it took: in milliseconds, or in seconds as the documentation of 2025 has it.
  public var latency: Double? { object.double("latency") }
  /// When it was.
  public var timestamp: String? { object["timestamp"]?.string }
  /// What the cost is made of, by names that are not documented.
  public var costBreakdown: JSONObject? { object["cost_breakdown"]?.object }
}
