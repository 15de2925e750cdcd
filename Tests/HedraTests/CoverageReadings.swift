import Foundation
import Hedra
import ServiceTestSupport

extension CoverageReadings {
  /// The readings of Hedra's answers.
  static func ofHedra() async throws -> [String: Reading] {
    var all = CoverageReadings()
    try await all.readSubmission()
    try await all.readStatus()
    try await all.readGenerations()
    try await all.readAssets()
    try await all.readUploads()
    try await all.readModels()
    try await all.readCreditsAndErrors()
    return all.readings
  }

  private static let date: JSON = "2026-11-21T10:00:00Z"

  mutating func add(
    _ call: String, _ type: String, of answer: JSON, _ values: [(String, String, JSON?)]
  ) {
    for (field, name, value) in values { add(call, field, "\(type).\(name)", value, of: answer) }
  }

  mutating func readSubmission() async throws {
    let answer: JSON = [
      "id": "g", "asset_id": "a", "created_at": Self.date, "status": "queued", "progress": 0.5,
      "eta_sec": 9, "batch_generation_id": "b",
      "batch_results": [
        [
          "id": "g", "asset_id": "a", "created_at": Self.date, "status": "error",
          "progress": 0.25, "error": "e", "eta_sec": 8,
        ]
      ],
    ]
    let sent = try await CannedAnswer(body: answer.text()).client.submit(Sample.image())
    let call = "POST generations"
    add(
      call, "HedraSubmission", of: answer,
      [
        ("id", "id", sent.id?.json), ("asset_id", "assetID", sent.assetID?.json),
        ("created_at", "createdAt", sent.createdAt?.json),
        ("status", "status", sent.status?.json), ("progress", "progress", sent.progress?.json),
        ("eta_sec", "remainingTime", sent.remainingTime.map { ($0 / .seconds(1)).json }),
        ("batch_generation_id", "batchID", sent.batchID?.json),
      ])
    let item = sent.batch.first
    add(
      call, "HedraBatchItem", of: answer,
      [
        ("batch_results[0].id", "id", item?.id?.json),
        ("batch_results[0].asset_id", "assetID", item?.assetID?.json),
        ("batch_results[0].created_at", "createdAt", item?.createdAt?.json),
        ("batch_results[0].status", "status", item?.status?.json),
        ("batch_results[0].progress", "progress", item?.progress?.json),
        ("batch_results[0].error", "error", item?.error?.json),
        (
          "batch_results[0].eta_sec", "remainingTime",
          item?.remainingTime.map { Int($0 / .seconds(1)).json }
        ),
      ])
  }

  mutating func readStatus() async throws {
    let answer: JSON = [
      "id": "g", "asset_id": "a", "type": "video", "status": "error", "progress": 0.5,
      "created_at": Self.date, "error_message": "m", "url": "https://a.b/1",
      "download_url": "https://a.b/2", "streaming_url": "https://a.b/3", "workspace_id": "w",
      "error": ["type": "INTERNAL"],
    ]
    let report = try await CannedAnswer(body: answer.text()).client.report(on: "g")
    add(
      "GET generations/{generation_id}/status", "HedraStatusReport", of: answer,
      [
        ("id", "id", report.id.json), ("asset_id", "assetID", report.assetID?.json),
        ("type", "type", report.type?.json), ("status", "status", report.status.json),
        ("progress", "progress", report.progress?.json),
        ("created_at", "createdAt", report.createdAt?.json),
        ("error_message", "failure", report.failure?.message.json),
        ("error", "error", report.error.map { .object($0.object) }),
        ("url", "url", report.url?.json),
        ("download_url", "downloadURL", report.downloadURL?.json),
        ("streaming_url", "streamingURL", report.streamingURL?.json),
        ("workspace_id", "workspaceID", report.workspaceID?.json),
      ])
  }

  mutating func readGenerations() async throws {
    let record: JSON = [
      "id": "g", "type": "video", "input": ["type": "video"], "status": "error",
      "progress": 0.5, "eta_sec": 9, "created_at": Self.date, "credit_cost": 7,
      "batch_generation_id": "b", "asset": ["id": "a"],
      "estimated_completion_at": Self.date, "audio_start_ms": -1_000,
      "error": [
        "type": "INSUFFICIENT_BALANCE", "message": "m", "reason_code": "MODERATION_LIKENESS",
        "reason_params": ["max": 4], "param": "text_prompt",
        "violations": [["field": "text_prompt", "message": "v"]], "credits_needed": 9,
        "credits_available": 8,
      ],
    ]
    let answer: JSON = ["page_info": ["limit": 1, "offset": 0], "data": [record]]
    let recorder = Recorder(answering: answer.text())
    let list = try await recorder.client.generations()
      .reduce(into: []) { $0.append($1) }
    let call = "GET generations"
    let objects = JSON.array(list.map { .object($0.object) })
    add(call, "data", "HedraClient.generations", objects, of: answer)
    // The service gives one at once, so that a page of one may not be the last; and its second is not
    // where it was asked for, so that there is no third.
    for field in ["page_info.limit", "page_info.offset"] {
      add(call, field, "HedraClient.generations", recorder.requests.count, of: answer, expecting: 2)
    }
    let generation = list.first
    add(
      call, "HedraGeneration", of: answer,
      [
        ("data[0].id", "id", generation?.id.json),
        ("data[0].type", "type", generation?.type?.json),
        ("data[0].input", "input", generation.map { .object($0.input) }),
        ("data[0].status", "status", generation?.status.json),
        ("data[0].progress", "progress", generation?.progress?.json),
        (
          "data[0].eta_sec", "remainingTime",
          generation?.remainingTime.map { ($0 / .seconds(1)).json }
        ),
        ("data[0].created_at", "createdAt", generation?.createdAt?.json),
        ("data[0].credit_cost", "creditCost", generation?.creditCost?.json),
        ("data[0].batch_generation_id", "batchID", generation?.batchID?.json),
        ("data[0].asset", "asset", generation?.asset.map { .object($0.object) }),
        (
          "data[0].estimated_completion_at", "estimatedCompletion",
          generation?.estimatedCompletion?.json
        ),
        (
          "data[0].audio_start_ms", "audioStart",
          generation?.audioStart.map { Int($0 / .milliseconds(1)).json }
        ),
      ])
    let error = generation?.error
    add(
      call, "HedraFailure", of: answer,
      [
        ("data[0].error.type", "type", error?.type?.json),
        ("data[0].error.message", "message", error?.message?.json),
        ("data[0].error.reason_code", "reasonCode", error?.reasonCode?.json),
        (
          "data[0].error.reason_params", "reasonParameters",
          error.map { .object($0.reasonParameters) }
        ),
        ("data[0].error.param", "parameter", error?.parameter?.json),
        ("data[0].error.violations[0].field", "violations", error?.violations.first?.field?.json),
        (
          "data[0].error.violations[0].message", "violations",
          error?.violations.first?.message.json
        ),
        ("data[0].error.credits_needed", "creditsNeeded", error?.creditsNeeded?.json),
        ("data[0].error.credits_available", "creditsAvailable", error?.creditsAvailable?.json),
      ])
    let other: JSON = ["data": [["id": "g", "status": "error", "error_message": "o"]]]
    let failed = try await CannedAnswer(body: other.text()).client.generations()
      .first { _ in true }
    add(
      call, "HedraGeneration", of: other,
      [("data[0].error_message", "failure", failed?.failure?.message.json)])
  }
}
