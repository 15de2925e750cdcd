import Foundation
import IndoxHubCore
import TypedMedia
import TypedMediaTesting

/// Speech from text and text from speech, which are there at once.
extension IndoxHubService {
  /// The models that are documented, with the providers that have them.
  private static let (speaker, listener) = ("openai/tts-1", "openai/whisper-1")
  /// What the sandbox hears in whatever it is sent.
  private static let heard = "The tide comes in."

  mutating func speak(_ body: JSON?, id: String) throws(IndoxHubRefusal) -> JSON {
    guard case .object(let body)? = body else { throw .badRequest("The body has to be JSON") }
    try checkAccompanying(body)
    try checkModel(body["model"]?.string, Self.speaker)
    try check(body, against: IndoxHubSpeechRequest.model)
    let cost = try pay(Self.speaker, withOwnKey: body["byok_api_key"] != nil)
    let sample = SampleMedia.audio
    var data = JSONObject()
    switch speechForm {
    case .url: data.set("audio_url", "https://\(Self.fileHost)/\(id).\(sample.fileExtension)")
    case .base64:
      data.set("audio", sample.data.base64EncodedString())
      data.set("format", sample.fileExtension)
      data["voice"] = body["voice"] ?? "alloy"
      data["speed"] = body["speed"] ?? 1
      data.set("character_count", body["input"]?.string?.count ?? 0)
    }
    let usage: JSON = [
      "tokens_prompt": 0, "tokens_completion": 0, "tokens_total": 0,
      "cost": (cost / 1_000).json, "latency": 12.5,
    ]
    return answer(id, Self.speaker, .object(data), usage)
  }

  mutating func transcribe(
    _ form: [String: MultipartReader.Part]?, as task: IndoxHubTranscriptRequest.Task, id: String
  ) throws(IndoxHubRefusal) -> JSON {
    guard let form else { throw .badRequest("The body has to be a form") }
    guard let file = form["file"], file.fileName != nil else {
      throw .invalid([.init(code: "missing", message: "Field required", field: "file")])
    }
    try check(form, takingLanguages: task != .translation)
    let fields = form.compactMapValues { String(bytes: $0.data, encoding: .utf8) }
    try checkModel(fields["model"], Self.listener)
    _ = try pay(Self.listener, withOwnKey: form["byok_api_key"] != nil)
    var data: JSONObject = [
      "text": .string(Self.heard), "language": .string(fields["language"] ?? "en"),
      "duration": 1, "words": .null, "segments": .null,
    ]
    if fields["timestamp_granularities"] != nil {
      data["words"] = [["word": .string(Self.heard), "start": 0, "end": 1]]
    }
    return answer(id, Self.listener, .object(data), ["type": "audio", "seconds": 1])
  }

  /// Checks the fields of a form, which are all texts.
  private func check(
    _ form: [String: MultipartReader.Part], takingLanguages takesLanguages: Bool
  ) throws(IndoxHubRefusal) {
    var known = ["file", "model", "provider", "prompt", "response_format", "temperature"]
    known += ["byok_api_key"] + (takesLanguages ? ["language", "timestamp_granularities"] : [])
    if let foreign = form.keys.sorted().first(where: { !known.contains($0) }) {
      throw .invalid([
        .init(code: "extra_forbidden", message: "\(foreign) is not a field", field: foreign)
      ])
    }
    func text(_ name: String) -> String? {
      form[name].map { String(decoding: $0.data, as: UTF8.self) }
    }
    if let text = text("temperature"), Double(text).map((0...1).contains) != true {
      throw .invalid([
        .init(code: "float_parsing", message: "must be from 0 to 1", field: "temperature")
      ])
    }
    let formats = IndoxHubTranscriptRequest.Format.allCases.map(\.rawValue)
    if let text = text("response_format"), !formats.contains(text) {
      throw .invalid([
        .init(
          code: "enum", message: "must be one of \(formats.joined(separator: ", "))",
          field: "response_format")
      ])
    }
  }

  /// Checks that a model is the one of its kind, with or without its provider.
  private func checkModel(_ name: String?, _ only: String) throws(IndoxHubRefusal) {
    guard let name, name != only, !only.hasSuffix("/\(name)") else { return }
    throw .notFound("Model \(name)")
  }

  private mutating func pay(
    _ model: String, withOwnKey: Bool
  ) throws(IndoxHubRefusal) -> Decimal {
    let cost = withOwnKey ? 0 : costs[model] ?? Self.usualCost
    guard cost <= credits else { throw .insufficientCredits }
    if !comingFailures.isEmpty {
      throw IndoxHubRefusal(
        status: 500, message: comingFailures.removeFirst(), code: "provider_error")
    }
    credits -= cost
    debits.append((model, cost))
    return cost
  }

  private func answer(_ id: String, _ model: String, _ data: JSON, _ usage: JSON) -> JSON {
    let parts = model.split(separator: "/").map(String.init)
    return [
      "request_id": .string(id), "created_at": Date.now.json, "duration_ms": 12.5,
      "provider": .string(parts.first ?? ""), "model": .string(parts.last ?? ""),
      "success": true, "message": "", "data": data, "usage": usage,
    ]
  }
}
