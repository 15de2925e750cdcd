import Foundation
import IndoxHub
import IndoxHubTestModels
import ServiceTestSupport
import Testing

extension CoverageReadings {
  /// The readings of IndoxHub's answers.
  static func ofIndoxHub() async throws -> [String: Reading] {
    var all = CoverageReadings()
    try await all.readGenerations()
    try await all.readJobs()
    try await all.readSpeech()
    try await all.readTranscripts()
    try await all.readModelsAndUsage()
    try await all.readErrors()
    return all.readings
  }

  mutating func readGenerations() async throws {
    let call = "POST videos/generations"
    let usage: JSONObject = [
      "tokens_prompt": 1, "tokens_completion": 2, "tokens_total": 3, "request_count": 4,
      "cache_read_tokens": 5, "cache_write_tokens": 6, "reasoning_tokens": 7,
      "web_search_count": 8, "cost": 0.1, "latency": 9.5, "timestamp": "t",
      "cost_breakdown": ["video": 0.1],
    ]
    var answer: JSON = [
      "request_id": "r", "created_at": "2026-11-21T10:00:00Z", "duration_ms": 12.5,
      "provider": "google", "model": "veo", "success": true, "message": "m",
      "data": [["url": "https://a.b/c.mp4"]], "usage": .object(usage), "raw_response": ["x": 1],
      "byok_api_key": true,
    ]
    let sent = try await CannedAnswer(body: answer.text()).client
      .submit(Kite(prompt: "p"))
    add(call, "request_id", "IndoxHubAnswer.requestID", sent.requestID, of: answer)
    add(call, "created_at", "IndoxHubAnswer.createdAt", sent.createdAt, of: answer)
    add(
      call, "duration_ms", "IndoxHubAnswer.duration", sent.duration.map { $0 / .milliseconds(1) },
      of: answer)
    add(call, "provider", "IndoxHubAnswer.provider", sent.provider, of: answer)
    add(call, "model", "IndoxHubAnswer.model", sent.model, of: answer)
    add(call, "success", "IndoxHubAnswer.isSuccess", sent.isSuccess, of: answer)
    add(call, "message", "IndoxHubAnswer.message", sent.message, of: answer)
    add(call, "raw_response", "IndoxHubAnswer.rawResponse", sent.rawResponse, of: answer)
    add(call, "byok_api_key", "IndoxHubAnswer.usesOwnKey", sent.usesOwnKey, of: answer)
    add(
      call, "data[0].url", "IndoxHubResult.url", sent.generation?.results.first?.url, of: answer)
    readUsage(sent.usage, call, answer)

    answer = [
      "data": ["is_async": true, "job_id": "j", "status": "pending", "provider_video_id": "v"]
    ]
    let job = try await CannedAnswer(body: answer.text()).client.submit(Kite(prompt: "p"))
    add(call, "data.job_id", "IndoxHubSubmission.job", job.job.id, of: answer)
    for key in ["is_async", "status", "provider_video_id"] {
      add(call, "data.\(key)", "IndoxHubSubmission.object", job.object["data"]?[key], of: answer)
    }

    answer = [
      "data": [["url": "https://a.b/c.png", "b64_json": "Zm94IQ==", "revised_prompt": "q"]]
    ]
    let image = try await CannedAnswer(body: answer.text()).client.submit(Pebble(prompt: "p"))
      .generation?.results.first
    let images = "POST images/generations"
    add(images, "data[0].url", "IndoxHubResult.url", image?.url, of: answer)
    add(images, "data[0].b64_json", "IndoxHubResult.base64", image?.base64, of: answer)
    add(
      images, "data[0].revised_prompt", "IndoxHubResult.revisedPrompt", image?.revisedPrompt,
      of: answer)
  }

  mutating func readUsage(_ usage: IndoxHubUsage?, _ call: String, _ answer: JSON) {
    let values: [(String, String, JSON?)] = [
      ("tokens_prompt", "promptTokens", usage?.promptTokens?.json),
      ("tokens_completion", "completionTokens", usage?.completionTokens?.json),
      ("tokens_total", "totalTokens", usage?.totalTokens?.json),
      ("request_count", "requestCount", usage?.requestCount?.json),
      ("cache_read_tokens", "cacheReadTokens", usage?.cacheReadTokens?.json),
      ("cache_write_tokens", "cacheWriteTokens", usage?.cacheWriteTokens?.json),
      ("reasoning_tokens", "reasoningTokens", usage?.reasoningTokens?.json),
      ("web_search_count", "webSearchCount", usage?.webSearchCount?.json),
      ("cost", "cost", usage?.cost?.json), ("latency", "latency", usage?.latency?.json),
      ("timestamp", "timestamp", usage?.timestamp?.json),
      ("cost_breakdown", "costBreakdown", usage?.costBreakdown.map(JSON.object)),
    ]
    for (field, name, value) in values {
      add(call, "usage.\(field)", "IndoxHubUsage.\(name)", value, of: answer)
    }
  }

  mutating func readJobs() async throws {
    let call = "GET videos/jobs/{job_id}"
    let whole: JSONObject = [
      "job_id": "j", "status": "failed", "progress": 40, "provider": "openai", "model": "sora",
      "prompt": "p", "created_at": "2026-11-21T10:00:00Z",
      "completed_at": "2026-11-21T10:01:00Z", "provider_video_id": "v", "error": "e",
    ]
    let answer = JSON.object(whole)
    let job = try await CannedAnswer(body: answer.text()).client.videoJob("j")
    add(call, "job_id", "IndoxHubVideoJob.id", job.id, of: answer)
    add(call, "status", "IndoxHubVideoJob.status", job.status, of: answer)
    add(
      call, "progress", "IndoxHubVideoJob.progress", job.progress, of: answer, expecting: 0.4)
    add(call, "prompt", "IndoxHubVideoJob.prompt", job.prompt, of: answer)
    add(call, "completed_at", "IndoxHubVideoJob.completedAt", job.completedAt, of: answer)
    add(
      call, "provider_video_id", "IndoxHubVideoJob.providerVideoID", job.providerVideoID,
      of: answer)
    add(call, "error", "IndoxHubVideoJob.failure", job.failure?.message, of: answer)
    add(call, "provider", "IndoxHubAnswer.provider", job.provider, of: answer)
    add(call, "model", "IndoxHubAnswer.model", job.model, of: answer)
    add(call, "created_at", "IndoxHubAnswer.createdAt", job.createdAt, of: answer)
    let file: JSON = [
      "url": "https://a.b/1.mp4", "s3_key": "k", "file_size": 8, "content_type": "video/mp4",
      "file_name": "f",
    ]
    for form: JSONObject in [
      ["result": ["url": "https://a.b/2.mp4"]],
      ["result": ["video_url": "https://a.b/3.mp4", "file_size": 9]],
      ["result": ["data": [file], "model": "sora", "created": 1]],
      ["data": ["url": "https://a.b/4.mp4"]],
    ] { try await readResult(call, form) }
    let list: JSON = ["jobs": [answer], "total": 1]
    let jobs = try await CannedAnswer(body: list.text()).client.videoJobs()
      .reduce(into: []) { $0.append(JSON.object($1.object)) }
    add("GET videos/jobs", "jobs", "IndoxHubClient.videoJobs", JSON.array(jobs), of: list)
    add("GET videos/jobs", "total", "IndoxHubClient.videoJobs", jobs.count, of: list)
    let cancelled: JSON = ["message": "m"]
    add(
      "POST videos/jobs/{job_id}/cancel", "message", "IndoxHubClient.cancel(_:)",
      try await CannedAnswer(body: cancelled.text()).client.cancel(
        JobHandle(service: "IndoxHub", id: "j")), of: cancelled)
  }

  mutating func readResult(_ call: String, _ form: JSONObject) async throws {
    var object: JSONObject = ["job_id": "j", "status": "completed"]
    for (key, value) in form { object[key] = value }
    let answer = JSON.object(object)
    let generation = try await CannedAnswer(body: answer.text()).client.job(id: "j").result()
    let result = try #require(generation.results.first)
    for (path, name, value) in [
      ("url", "url", result.url?.json), ("video_url", "url", result.url?.json),
      ("s3_key", "storageKey", result.storageKey?.json),
      ("file_size", "fileSize", result.fileSize?.json),
      ("content_type", "contentType", result.contentType?.json),
      ("file_name", "fileName", result.fileName?.json),
    ] {
      for place in ["result", "result.data[0]", "data"] {
        let tokens = place == "result.data[0]" ? ["result", "data", "0"] : [place]
        guard answer[JSONPointer(tokens: tokens + [path])] != nil else { continue }
        add(call, "\(place).\(path)", "IndoxHubResult.\(name)", value, of: answer)
      }
    }
    guard answer["result"]?["model"] != nil else { return }
    add(call, "result.model", "IndoxHubAnswer.model", generation.model, of: answer)
    add(
      call, "result.created", "IndoxHubAnswer.object", generation.object["result"]?["created"],
      of: answer)
  }
}
