public import Foundation

/// The facts that the service tells with everything that it makes
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
  /// The date when it was asked for.
  public var createdAt: Date? { object.date("created_at") }
  /// The time that the service took.
  public var duration: Duration? { object.duration("duration_ms", in: .milliseconds(1)) }
  /// The provider of the model: `google`.
  public var provider: String? { object["provider"]?.string }
  /// The model's name; the oldest form of a finished job has it in its `result`.
  public var model: String? {
    object["model"]?.string ?? object["result"]?["model"]?.string
  }
  /// Tells whether the service says that it went well.
  public var isSuccess: Bool? { object["success"]?.bool }
  /// The service's message, for people.
  public var message: String? { object["message"]?.string }
  /// The resources that it took, and their price.
  public var usage: IndoxHubUsage? { object["usage"]?.object.map(IndoxHubUsage.init) }
  /// The provider's answer, in its own form.
  public var rawResponse: JSON? { object["raw_response"] }
  /// Tells whether ``IndoxHubOptions/byokAPIKey`` was used.
  public var usesOwnKey: Bool? { object["byok_api_key"]?.bool }
}

/// The resources that a request took, and their price (https://indoxhub.com/docs/api/responses/).
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
  /// The number of requests that it was to the provider.
  public var requestCount: Int? { object["request_count"]?.int }
  /// The tokens that were read from a cache.
  public var cacheReadTokens: Int? { object["cache_read_tokens"]?.int }
  /// The tokens that were written to a cache.
  public var cacheWriteTokens: Int? { object["cache_write_tokens"]?.int }
  /// The tokens that the model thought in.
  public var reasoningTokens: Int? { object["reasoning_tokens"]?.int }
  /// The number of searches of the web.
  public var webSearchCount: Int? { object["web_search_count"]?.int }
  /// The price, in US dollars. A dollar is 1,000 credits
  /// (https://www.indoxhub.com/docs/usage/pricing/).
  public var cost: Decimal? { object["cost"]?.decimal }
  /// The time that it took: in milliseconds, or in seconds as the documentation of 2025 has it.
  public var latency: Double? { object.double("latency") }
  /// The time of the request.
  public var timestamp: String? { object["timestamp"]?.string }
  /// The parts of the price, by names that are not documented.
  public var costBreakdown: JSONObject? { object["cost_breakdown"]?.object }
}
