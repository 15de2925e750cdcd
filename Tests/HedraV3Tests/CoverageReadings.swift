import Foundation
import HedraV3
import ServiceTestSupport

extension CoverageReadings {
  /// The readings of the service's answers.
  static func ofHedraV3() async throws -> [String: Reading] {
    var all = CoverageReadings()
    try await all.readSubmission()
    try await all.readResult()
    try await all.readStatus()
    try await all.readLists()
    try await all.readModels()
    try await all.readAccount()
    try await all.readWebhooks()
    try await all.readErrors()
    return all.readings
  }

  static let date: JSON = "2026-11-21T10:00:00Z"

  mutating func add(
    _ call: String, _ type: String, of answer: JSON, _ values: [(String, String, JSON?)]
  ) {
    for (field, name, value) in values { add(call, field, "\(type).\(name)", value, of: answer) }
  }

  private mutating func readSubmission() async throws {
    let answer: JSON = [
      "job_id": "job_1", "model": "fox", "status": "IN_QUEUE",
      "status_url": "/v3/jobs/job_1/status",
      "result_url": "/v3/jobs/job_1", "estimated_completion_at": Self.date,
    ]
    let sent = try await CannedAnswer(status: 202, body: answer.text()).client
      .submit(Sample.request())
    add(
      "POST models/{model}", "HedraV3Submission", of: answer,
      [
        ("job_id", "job", sent.job.id.json), ("model", "model", sent.model?.json),
        ("status", "status", sent.status?.json),
        ("status_url", "statusPath", sent.statusPath?.json),
        ("result_url", "resultPath", sent.resultPath?.json),
        (
          "estimated_completion_at", "estimatedCompletion", sent.estimatedCompletion?.json
        ),
      ])
    let estimate: JSON = ["model": "fox", "cost": 0.05, "currency": "USD"]
    let price = try await CannedAnswer(body: estimate.text()).client.price(of: Sample.request())
    add(
      "POST models/{model}/estimate", "HedraV3Price", of: estimate,
      [
        ("model", "model", price.model?.json), ("cost", "total", price.total?.json),
        ("currency", "currency", price.currency?.json),
      ])
    let upload: JSON = [
      "url": "https://a.b/c?d=e", "content_type": "image/png", "expires_at": Self.date,
    ]
    let file = try await CannedAnswer(status: 201, body: upload.text()).client
      .upload(Data("fox".utf8), named: "fox.png")
    add(
      "POST files", "HedraV3File", of: upload,
      [
        ("url", "url", file.url.json), ("content_type", "contentType", file.contentType?.json),
        ("expires_at", "expiresAt", file.expiresAt?.json),
      ])
  }

  private mutating func readResult() async throws {
    let call = "GET jobs/{job_id}"
    let answer: JSON = [
      "job_id": "job_1", "model": "fox", "quality": "pro", "status": "COMPLETED",
      "prompt": "A fox", "metrics": ["processing_time_ms": 9_500], "cost": 0.05, "currency": "USD",
      "outputs": [
        [
          "status": "COMPLETED", "asset_id": "asset_1", "url": "https://a.b/1.mp4",
          "content_type": "video/mp4", "width": 640, "height": 360, "duration_ms": 5_000,
          "fps": 24, "voice_id": "voice_1", "error": ["code": "INTERNAL", "message": "m"],
        ]
      ],
      "error": ["code": "INTERNAL", "message": "m"],
      "logs": [["id": 1, "event": "queued", "message": "m"]],
    ]
    let result = try await CannedAnswer(body: answer.text()).client.result(of: "job_1")
    add(
      call, "HedraV3Result", of: answer,
      [
        ("job_id", "id", result.id.json), ("model", "model", result.model?.json),
        ("quality", "quality", result.quality?.json), ("status", "status", result.status.json),
        ("prompt", "prompt", result.prompt?.json),
        ("outputs", "outputs", .array(result.outputs.map { .object($0.object) })),
        ("cost", "cost", result.cost?.amount.json), ("currency", "cost", result.cost?.unit.json),
        ("error", "failure", result.failure.map { .object($0.object) }),
        ("logs", "logs", .array(result.logs.map { .object($0.object) })),
        (
          "metrics.processing_time_ms", "processingTime",
          result.processingTime.map { Int($0 / .milliseconds(1)).json }
        ),
      ])
    let output = result.outputs.first
    add(
      call, "HedraV3Output", of: answer,
      [
        ("outputs[0].status", "status", output?.status.json),
        ("outputs[0].asset_id", "assetID", output?.assetID?.json),
        ("outputs[0].url", "url", output?.url?.json),
        ("outputs[0].content_type", "contentType", output?.contentType?.json),
        ("outputs[0].width", "width", output?.width?.json),
        ("outputs[0].height", "height", output?.height?.json),
        (
          "outputs[0].duration_ms", "duration",
          output?.duration.map { Int($0 / .milliseconds(1)).json }
        ),
        ("outputs[0].fps", "framesPerSecond", output?.framesPerSecond?.json),
        ("outputs[0].voice_id", "voiceID", output?.voiceID?.json),
        ("outputs[0].error", "failure", output?.failure.map { .object($0.object) }),
      ])
  }

  private mutating func readStatus() async throws {
    let answer: JSON = [
      "job_id": "job_1", "status": "IN_PROGRESS", "progress": 0.25,
      "estimated_completion_at": Self.date, "logs_next_cursor": "c",
      "logs": [
        [
          "id": "7", "timestamp": Self.date, "level": "info", "event": "started", "message": "m",
          "source": "worker", "data": ["a": 1],
        ]
      ],
    ]
    let report = try await CannedAnswer(body: answer.text()).client.report(on: "job_1")
    let call = "GET jobs/{job_id}/status"
    add(
      call, "HedraV3StatusReport", of: answer,
      [
        ("job_id", "id", report.id.json), ("status", "status", report.status.json),
        ("progress", "progress", report.progress?.json),
        (
          "estimated_completion_at", "estimatedCompletion", report.estimatedCompletion?.json
        ),
        ("logs", "logs", .array(report.logs.map { .object($0.object) })),
        ("logs_next_cursor", "nextLogCursor", report.nextLogCursor?.json),
      ])
    let entry = report.logs.first
    add(
      call, "HedraV3LogEntry", of: answer,
      [
        ("logs[0].id", "id", entry?.id.json), ("logs[0].timestamp", "date", entry?.date?.json),
        ("logs[0].level", "level", entry?.level?.json),
        ("logs[0].event", "event", entry?.event?.json),
        ("logs[0].message", "message", entry?.message?.json),
        ("logs[0].source", "source", entry?.source?.json),
        ("logs[0].data", "data", entry.map { .object($0.data) }),
      ])
  }

  private mutating func readLists() async throws {
    let answer: JSON = [
      "data": [
        [
          "job_id": "job_1", "model": "fox", "quality": "pro", "status": "IN_QUEUE",
          "created_at": Self.date,
        ]
      ], "next_cursor": "c",
    ]
    let client = CannedAnswer(body: answer.text()).client
    let jobs = try await client.jobs().reduce(into: []) { $0.append($1) }
    let call = "GET jobs"
    add(
      call, "HedraV3JobSummary", of: answer,
      [
        ("data[0].job_id", "id", jobs.first?.id.json),
        ("data[0].model", "model", jobs.first?.model?.json),
        ("data[0].quality", "quality", jobs.first?.quality?.json),
        ("data[0].status", "status", jobs.first?.status?.json),
        ("data[0].created_at", "createdAt", jobs.first?.createdAt?.json),
      ])
    add(
      call, "next_cursor", "HedraV3Client.jobs", jobs.isEmpty ? nil : "c", of: answer)
  }
}
