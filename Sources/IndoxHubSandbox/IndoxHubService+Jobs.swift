import Foundation
import IndoxHubCore
import TypedMedia
import TypedMediaTesting

/// One job in a sandbox.
struct SandboxVideoJob: Sendable {
  let id: String
  let model: ModelRecord
  let body: JSONObject
  let submitted: Duration
  let createdAt: Date
  /// The reason why there will be no result; `nil` when there will be one.
  let failure: String?
  var isCancelled = false

  func status(at now: Duration, pace: IndoxHubSandbox.Pace) -> String {
    if isCancelled { return "cancelled" }
    if now - submitted < pace.pending { return "pending" }
    if now - submitted < pace.pending + pace.inProgress { return "in_progress" }
    return failure == nil ? "completed" : "failed"
  }
}

extension IndoxHubService {
  func job(_ path: [String]) throws(IndoxHubRefusal) -> SandboxVideoJob {
    guard let job = jobs.first(where: { $0.id == path.first }) else { throw .notFound("Job") }
    return job
  }

  func status(of job: SandboxVideoJob, at now: Duration, isListed: Bool) -> JSON {
    let status = job.status(at: now, pace: pace)
    var answer: JSONObject = ["job_id": .string(job.id), "status": .string(status)]
    answer.set("progress", progress(of: job, status, at: now))
    answer.set("provider", IndoxHubModel(job.model).provider)
    answer.set("model", job.model.name)
    answer["prompt"] = job.body["prompt"]
    answer.set("created_at", job.createdAt)
    guard ["completed", "failed"].contains(status) else { return .object(answer) }
    let duration = pace.pending + pace.inProgress
    answer.set(
      "completed_at", job.createdAt.addingTimeInterval(Double(duration.components.seconds)))
    if status == "failed" { answer.set("error", job.failure) }
    // A list leaves the results out.
    if status == "completed", !isListed { add(result(of: job), to: &answer) }
    return .object(answer)
  }

  private func progress(of job: SandboxVideoJob, _ status: String, at now: Duration) -> Int {
    switch status {
    case "completed": 100
    case "in_progress": min(99, Int((now - job.submitted - pace.pending) / pace.inProgress * 100))
    default: 0
    }
  }

  private func result(of job: SandboxVideoJob) -> String {
    "https://\(Self.fileHost)/\(job.id).\(SampleMedia.video.fileExtension)"
  }

  /// Puts the result where the form has it.
  private func add(_ url: String, to answer: inout JSONObject) {
    let media = SampleMedia.video
    switch resultForm {
    case .url: answer["result"] = ["url": .string(url)]
    case .videoURL:
      answer["result"] = ["video_url": .string(url), "file_size": media.data.count.json]
    case .dataInResult:
      answer["result"] = [
        "data": [
          [
            "url": .string(url), "s3_key": "videos/sample", "file_size": media.data.count.json,
            "content_type": .string(media.contentType), "file_name": "sample.mp4",
          ]
        ],
        "model": answer["model"] ?? .null, "created": answer["completed_at"] ?? .null,
      ]
    case .dataBesideResult: answer["data"] = ["url": .string(url)]
    }
  }

  /// The jobs, the newest first.
  func listJobs(_ query: [String: String], at now: Duration) throws(IndoxHubRefusal) -> JSON {
    guard let limit = Int(query["limit"] ?? "20"), limit > 0 else {
      throw .badRequest("limit has to be a number from 1 on")
    }
    guard let skipped = Int(query["skip"] ?? "0"), skipped >= 0 else {
      throw .badRequest("skip has to be a number from 0 on")
    }
    let page = jobs.reversed().dropFirst(skipped).prefix(limit)
    return [
      "jobs": .array(page.map { status(of: $0, at: now, isListed: true) }),
      "total": jobs.count.json,
    ]
  }

  mutating func cancel(_ path: [String], at now: Duration) throws(IndoxHubRefusal) -> JSON {
    let job = try job(path)
    guard job.status(at: now, pace: pace) == "pending",
      let index = jobs.firstIndex(where: { $0.id == job.id })
    else { throw .badRequest("Only pending jobs can be cancelled") }
    jobs[index].isCancelled = true
    return ["message": "The job was cancelled"]
  }
}
