import Foundation
import TypedMedia
import TypedMediaTesting

/// What the service says of generations that were submitted.
extension HedraService {
  /// The generations that can be asked for, the newest first.
  func knownGenerations(at now: Duration) -> [HedraSandboxGeneration] {
    submissions.flatMap(\.generations).reversed()
      .filter { $0.failure?.isAtOnce != true && now - $0.submitted >= pace.unknown }
  }

  func status(of id: String, at now: Duration) throws(HedraRefusal) -> JSON {
    guard UUID(uuidString: id) != nil else {
      throw .invalid("generation_id", "must be a UUID", "uuid_parsing", in: "path")
    }
    let known = knownGenerations(at: now).first { $0.id == id.lowercased() }
    guard let generation = known else { throw .notFound("Generation") }
    var answer = progress(of: generation, at: now)
    answer.set("type", generation.assetType)
    switch generation.status(at: now, pace: pace) {
    case "error": answer.set("error_message", generation.failure?.message)
    case "complete" where saysWhereImagesAre || generation.assetType != "image":
      for key in ["url", "download_url", "streaming_url"] {
        answer[key] = fileURL(of: generation)
      }
    default: break
    }
    return .object(answer)
  }

  func listGenerations(
    _ query: [String: String], at now: Duration
  ) throws(HedraRefusal) -> JSON {
    guard let limit = Int(query["limit"] ?? "100"), limit > 0 else {
      throw .invalid("limit", "must be a number from 1 on", "int_parsing", in: "query")
    }
    guard let offset = Int(query["offset"] ?? "0"), offset >= 0 else {
      throw .invalid("offset", "must be a number from 0 on", "int_parsing", in: "query")
    }
    let before = try date("created_before", in: query)
    let after = try date("created_after", in: query)
    let ids = query["ids"]?.split(separator: ",").map(String.init)
    let found = knownGenerations(at: now).filter { generation in
      let isOfType = query["type"].map { [generation.type, generation.assetType].contains($0) }
      let prompt = query["prompt_query"].map { generation.body.hasPrompt(with: $0) }
      let thread = query["agent_thread_id"].map {
        generation.body["agent_thread_id"]?.string == $0
      }
      return isOfType != false && prompt != false && thread != false
        && ids?.contains(generation.id) != false
        && before.map { generation.createdAt < $0 } != false
        && after.map { generation.createdAt > $0 } != false
    }
    return [
      "page_info": ["limit": limit.json, "offset": offset.json],
      "data": .array(found.dropFirst(offset).prefix(limit).map { record(of: $0, at: now) }),
    ]
  }

  private func date(
    _ key: String, in query: [String: String]
  ) throws(HedraRefusal) -> Date? {
    guard let text = query[key] else { return nil }
    guard let date = try? Date(json: .string(text)) else {
      throw .invalid(key, "must be a date and time", "datetime_parsing", in: "query")
    }
    return date
  }

  private func record(of generation: HedraSandboxGeneration, at now: Duration) -> JSON {
    var record = progress(of: generation, at: now)
    record["asset_id"] = nil
    record.set("type", generation.assetType)
    record["input"] = .object(generation.body)
    record["eta_sec"] = generation.remaining(at: now, pace: pace).json
    record["estimated_completion_at"] =
      date(at: now).addingTimeInterval(Double(generation.remaining(at: now, pace: pace))).json
    record["audio_start_ms"] = generation.body["audio_start_ms"] ?? .null
    record.set("credit_cost", generation.cost)
    record.set("batch_generation_id", generation.batchID)
    switch generation.status(at: now, pace: pace) {
    case "complete": record["asset"] = .object(asset(of: generation))
    case "error":
      var error: JSONObject = ["type": .string(generation.failure?.code ?? "UNKNOWN")]
      error.set("reason_code", generation.failure?.reasonCode)
      error.set("message", generation.failure?.message ?? "")
      record["error"] = .object(error)
    default: break
    }
    return .object(record)
  }
}

extension JSONObject {
  /// Tells whether what was asked for has `text` in it.
  fileprivate func hasPrompt(with text: String) -> Bool {
    let inputs = self["generated_video_inputs"]
    return [inputs?["text_prompt"], self["text_prompt"], self["prompt"], self["text"]]
      .contains { $0?.string?.localizedCaseInsensitiveContains(text) == true }
  }
}
