import Foundation
import TypedMedia
import TypedMediaTesting

/// A file that was uploaded.
struct SandboxFile: Sendable {
  let url: String
  let data: Data
  let contentType: String
  let uploaded: Duration
}

extension HedraV3Service {
  func job(_ id: String) throws(HedraV3Refusal) -> SandboxJob {
    guard let job = jobs.first(where: { $0.id == id }) else { throw .notFound("Job not found.") }
    return job
  }

  func listJobs(
    of model: String, _ query: [String: String], at now: Duration
  ) throws(HedraV3Refusal) -> JSON {
    let found = jobs.reversed().filter { model.isEmpty || $0.model.name == model }
    return try Self.page(of: found.map { $0.summary(in: self, at: now) }, query)
  }

  /// Gives back what jobs cost that have failed by now.
  mutating func settle(at now: Duration) {
    for index in jobs.indices where !jobs[index].isRefunded {
      guard jobs[index].failure != nil, jobs[index].status(pace, at: now) == .failed else {
        continue
      }
      jobs[index].isRefunded = true
      balance += jobs[index].cost
      record("refund", jobs[index].cost, at: now)
    }
  }

  /// Takes a file in a form, and looks what is in it.
  mutating func upload(_ call: HedraV3Call, at now: Duration) throws(HedraV3Refusal) -> JSON {
    let parts = MultipartReader.parts(
      of: call.request.bytes ?? Data(), contentType: call.request.headers["Content-Type"])
    guard let part = parts?["file"], part.fileName != nil, !part.data.isEmpty else {
      throw .invalid([.init(code: "required", message: "file is required", field: "file")])
    }
    let name = newID("file")
    let file = SandboxFile(
      url: "https://\(Self.fileHost)/uploads/\(name)?signature=for-\(name)", data: part.data,
      contentType: part.contentType ?? "application/octet-stream", uploaded: now)
    files.append(file)
    return [
      "url": .string(file.url), "content_type": .string(file.contentType),
      "expires_at": date(at: now + Self.uploadLifetime).json,
    ]
  }

  /// The file at an address that an answer gave.
  func file(_ call: HedraV3Call) -> TransportResponse {
    // Who shows a key there shows it to a stranger, and is refused.
    guard call.request.headers["Authorization"] == nil else {
      return TransportResponse(status: 400)
    }
    if let file = files.first(where: { $0.url == call.request.url.absoluteString }) {
      return TransportResponse(
        status: 200, headers: ["Content-Type": file.contentType], body: .data(file.data))
    }
    let samples = [SampleMedia.image, .video, .audio]
    guard let sample = samples.first(where: { call.subject.hasSuffix(".\($0.fileExtension)") })
    else { return TransportResponse(status: 404) }
    return TransportResponse(sample)
  }

  mutating func record(_ kind: String, _ amount: Decimal, at now: Duration) {
    transactions.append([
      "id": .string(newID("transaction")), "kind": .string(kind), "amount": amount.json,
      "currency": "USD", "created_at": date(at: now).json,
    ])
  }

  /// What was spent between two days, or in the last seven.
  func usage(_ query: [String: String], at now: Duration) -> JSON {
    let end = query["end"].flatMap { try? Date(json: .string($0)) } ?? date(at: now)
    let begin =
      query["start"].flatMap { try? Date(json: .string($0)) }
      ?? end.addingTimeInterval(-7 * 86_400)
    let grouping = query["group_by"] ?? "total"
    let found = jobs.filter { (begin...max(begin, end)).contains(date(at: $0.submitted)) }
    func key(_ job: SandboxJob) -> String {
      switch grouping {
      case "model": job.model.name
      case "day": String(date(at: job.submitted).json.string?.prefix(10) ?? "")
      default: "total"
      }
    }
    func spent(_ jobs: [SandboxJob]) -> Decimal {
      jobs.reduce(0) { $0 + ($1.isRefunded ? 0 : $1.cost) }
    }
    let parts = Dictionary(grouping: found, by: key).sorted { $0.key < $1.key }
    return [
      "start": begin.json, "end": end.json, "group_by": .string(grouping),
      "total_jobs": found.count.json, "total_spent": spent(found).json, "currency": "USD",
      "data": .array(
        parts.map { key, jobs in
          ["key": .string(key), "jobs": jobs.count.json, "spent": spent(jobs).json]
        }),
    ]
  }
}
