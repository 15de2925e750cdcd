public import Foundation

/// A choice of generations to list (https://www.hedra.com/docs/api-reference/public/list).
public struct HedraGenerationFilter: Hashable, Sendable {
  /// A kind of generation, as `type` asks for it in both ways that the service takes.
  public enum Kind: Hashable, Sendable {
    /// The kind of asset that is made.
    case asset(HedraAssetType)
    /// The way that it is made.
    case generation(HedraGenerationType)

    var rawValue: String {
      switch self {
      case .asset(let type): type.rawValue
      case .generation(let type): type.rawValue
      }
    }
  }

  /// Only those of this kind.
  public var kind: Kind?
  /// Only those that were submitted before.
  public var createdBefore: Date?
  /// Only those that were submitted after.
  public var createdAfter: Date?
  /// Only those whose prompt has this.
  public var promptQuery: String?
  /// Only those of this agent's thread.
  public var agentThreadID: UUID?
  /// Only these. How the service takes several is not documented: they are separated by commas.
  public var ids: [String]

  /// Creates a filter. What is left out does not count.
  public init(
    kind: Kind? = nil,
    createdBefore: Date? = nil,
    createdAfter: Date? = nil,
    promptQuery: String? = nil,
    agentThreadID: UUID? = nil,
    ids: [String] = []
  ) {
    self.kind = kind
    self.createdBefore = createdBefore
    self.createdAfter = createdAfter
    self.promptQuery = promptQuery
    self.agentThreadID = agentThreadID
    self.ids = ids
  }

  var query: [(name: String, value: String?)] {
    [
      ("type", kind?.rawValue), ("created_before", createdBefore?.json.string),
      ("created_after", createdAfter?.json.string), ("prompt_query", promptQuery),
      ("agent_thread_id", agentThreadID?.json.string),
      ("ids", ids.isEmpty ? nil : ids.joined(separator: ",")),
    ]
  }
}
