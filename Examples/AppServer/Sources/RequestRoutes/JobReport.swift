import Hoox

extension JSON {
  /// How a job stands, for the app:
  /// `{"id", "model", "state", "status", "progress", "result", "error"}`, of which what there is not yet is
  /// left out. The result is as the service sends it.
  init(_ status: JobStatus<HooxAsset>, of job: JobHandle) {
    var report: JSONObject = ["id": .string(job.id)]
    report["model"] = job.model.map(JSON.string)
    switch status.state {
    case .waiting: report["state"] = "waiting"
    case .running: report["state"] = "running"
    case .cancelled: report["state"] = "cancelled"
    case .completed(let asset):
      report["state"] = "completed"
      report["result"] = .object(asset.object)
    case .failed(let failure):
      report["state"] = "failed"
      report["error"] = ["message": .string(failure.message)]
    }
    report["status"] = .string(status.rawStatus)
    report["progress"] = status.progress.map { JSON($0) }
    self = .object(report)
  }
}
