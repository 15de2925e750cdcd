public import Foundation

/// The options of a request of any kind
/// (https://www.hedra.com/docs/api-reference/public/generate-asset).
public struct HedraOptions: SubmissionOptions, Hashable {
  /// The workspace that it belongs to, sent as `workspace_id`.
  public var workspaceID: String?
  /// The agent's thread that it belongs to, sent as `agent_thread_id`.
  public var agentThreadID: UUID?
  /// The IDs of the generations: one for each, so as many as the request's `batch_size`.
  ///
  /// The service makes the generations under them, so that a request whose answer was lost can be sent
  /// again. By default the client makes them. They are sent as `generation_id`, and those of a batch as
  /// `generation_ids`.
  public var generationIDs: [UUID]
  /// The IDs of what the generations make: one for each, as far as you want to know them before. They are sent
  /// as `reserved_asset_id`, and those of a batch as `reserved_asset_ids`.
  public var assetIDs: [UUID]
  /// An ID of yours for generations that belong together, of up to 64 characters, sent as
  /// `batch_generation_id`; of videos and images alone.
  public var batchID: String?

  /// Creates options that leave all to the client and the service.
  public init() { self.init(workspaceID: nil) }

  /// Creates options. What is left out is left to the client and the service.
  public init(
    workspaceID: String? = nil, agentThreadID: UUID? = nil, generationIDs: [UUID] = [],
    assetIDs: [UUID] = [], batchID: String? = nil
  ) {
    self.workspaceID = workspaceID
    self.agentThreadID = agentThreadID
    self.generationIDs = generationIDs
    self.assetIDs = assetIDs
    self.batchID = batchID
  }

  /// Adds the options to a body.
  ///
  /// - Returns: The generations' IDs, which are in the body then.
  /// - Throws: `MediaError` when there are not as many as generations, or the kind has no batches.
  func encode(to body: inout JSONObject) throws -> [String] {
    body.set("workspace_id", workspaceID)
    body.set("agent_thread_id", agentThreadID)
    let count = body["batch_size"]?.int ?? 1
    guard (1...8).contains(count) else {
      throw Self.invalid("The batch_size is \(count), and may be 1 to 8.", "batch_size")
    }
    let ids = try generationIDs(in: body) ?? (0..<count).map { _ in Self.text(UUID()) }
    guard ids.count == count, Set(ids).count == count else {
      throw Self.invalid(
        "There are \(Set(ids).count) generation IDs, and \(count) generations: each has one.",
        "generation_ids")
    }
    body["generation_id"] = nil
    body["generation_ids"] = nil
    if count == 1 { body.set("generation_id", ids[0]) } else { body.set("generation_ids", ids) }
    try encodeAssetIDs(to: &body, count: count)
    try encodeBatchID(to: &body)
    return ids
  }

  private func encodeAssetIDs(to body: inout JSONObject, count: Int) throws {
    guard !assetIDs.isEmpty else { return }
    guard assetIDs.count == count, Set(assetIDs).count == count else {
      throw Self.invalid(
        "There are \(Set(assetIDs).count) asset IDs, and \(count) generations: each has one, or none has.",
        "reserved_asset_ids")
    }
    let ids = assetIDs.map(Self.text)
    body["reserved_asset_id"] = count == 1 ? .string(ids[0]) : nil
    body["reserved_asset_ids"] = count == 1 ? nil : ids.json
  }

  private func encodeBatchID(to body: inout JSONObject) throws {
    guard let batchID else { return }
    guard ["video", "image", "image_to_image"].contains(body["type"]?.string ?? "video") else {
      throw Self.invalid(
        "Only videos and images have a batch_generation_id.", "batch_generation_id")
    }
    // The service counts characters as its language does, which are code points.
    guard batchID.unicodeScalars.count <= 64 else {
      throw Self.invalid(
        "The batch_generation_id has \(batchID.unicodeScalars.count) characters, and may have 64.",
        "batch_generation_id")
    }
    body.set("batch_generation_id", batchID)
  }

  /// The IDs that the caller chose: here, or in a request that is JSON. `nil` when there are none.
  private func generationIDs(in body: JSONObject) throws -> [String]? {
    if !generationIDs.isEmpty { return generationIDs.map(Self.text) }
    guard !body.hasMembers("generation_id", "generation_ids") else {
      throw Self.invalid(
        "The request has both generation_id and generation_ids.", "generation_ids")
    }
    do {
      let single: UUID? = try body.optional("generation_id")
      let several: [UUID]? = try body.optional("generation_ids")
      return (several ?? single.map { [$0] })?.map(Self.text)
    } catch let mismatch as JSONMismatch {
      throw Self.invalid("The request cannot be sent. \(mismatch)", mismatch.path.tokens.first)
    }
  }

  private static func text(_ id: UUID) -> String { id.uuidString.lowercased() }

  private static func invalid(_ message: String, _ property: String?) -> MediaError {
    MediaError(
      .invalidRequest, message, service: "Hedra",
      property: JSONPointer(tokens: [property].compactMap { $0 }))
  }
}
