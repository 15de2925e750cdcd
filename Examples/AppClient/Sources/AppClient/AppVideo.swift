public import Foundation
public import Hoox

/// What a job made, as the app's server passes it on.
public struct AppVideo: Hashable, Sendable, Identifiable, JobOutput, Downloadable {
  /// The client whose jobs make it.
  public typealias ServiceClient = AppClient

  /// The job's ID.
  public let id: String
  /// Where the file is.
  public let url: URL
  /// Where its first frame is; `nil` where there is none.
  public let thumbnailURL: URL?

  init(_ report: JSONObject, of job: JobHandle) throws {
    id = job.id
    guard let result = report["result"]?.object, let url = result.url("url") else {
      throw JSONMismatch(problem: "is completed, and has no address")
    }
    self.url = url
    thumbnailURL = result.url("thumbnail_url")
  }

  /// Where its file is.
  public func file() -> DownloadableFile { DownloadableFile(.address(url), named: id) }
}
