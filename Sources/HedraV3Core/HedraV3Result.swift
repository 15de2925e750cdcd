public import Foundation

/// The result of a job, or its progress.
///
/// It is a view of the service's own JSON: members that have no property here survive in ``object``.
public struct HedraV3Result: Hashable, Sendable, Identifiable {
  /// The job's ID.
  public let id: String
  /// The progress of the job: of what `Job.result()` gives, `COMPLETED`.
  public let status: HedraV3Status
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// - Parameter id: The ID that was asked for, which an answer need not repeat; `nil` where it has to.
  init(_ object: JSONObject, askedFor id: String? = nil) throws {
    self.id = try object["job_id"]?.id ?? id ?? object.id("job_id")
    status = try object.required("status")
    self.object = object
  }

  /// The ID of the model that it is of.
  public var model: String? { object["model"]?.string }
  /// The quality that was asked for; `nil` where the model has one only.
  public var quality: String? { object["quality"]?.string }
  /// The prompt that the model got, which is another where the service was asked to rewrite it; `nil` where
  /// the model takes none.
  public var prompt: String? { object["prompt"]?.string }
  /// The outputs, of which single ones may have failed; empty before the job is completed.
  public var outputs: [HedraV3Output] {
    (object["outputs"]?.array ?? []).enumerated().compactMap { index, output in
      output.object.map { HedraV3Output($0, of: id, at: index) }
    }
  }
  /// The time that the work took, from its start to its end; `nil` when the service does not say.
  public var processingTime: Duration? {
    object["metrics"]?.object?.duration("processing_time_ms", in: .milliseconds(1))
  }
  /// The reason why there is nothing; `nil` unless the job failed.
  public var failure: HedraV3Failure? { HedraV3Failure(of: object) }
  /// The events that happened last; ``HedraV3Client/logs(of:pageSize:)`` has it all.
  public var logs: [HedraV3LogEntry] { HedraV3LogEntry.all(in: object, "logs") }
  /// The price of the job, without what was given back; `nil` before it is debited.
  public var cost: Cost? {
    object["cost"]?.decimal.map { Cost($0, object["currency"]?.string ?? "USD") }
  }
}

extension HedraV3Result: JobOutput, Downloadable {
  /// The client whose results these are.
  public typealias ServiceClient = HedraV3Client

  /// Locates the file of the first output that did not fail.
  ///
  /// - Returns: The file, and the name to save it under.
  public func file() throws -> DownloadableFile { try downloadable.file() }

  /// Asks where that file is now: addresses are short-lived, so that the job is asked about again.
  ///
  /// - Returns: The file at its address of now.
  public func file(at service: HedraV3Client) async throws -> DownloadableFile {
    try await downloadable.file(at: service)
  }

  private var downloadable: HedraV3Output {
    get throws {
      guard let output = outputs.first(where: { $0.status == .completed }) ?? outputs.first else {
        throw MediaError(.notSaved, "The job \(id) has no output.", service: "Hedra v3")
      }
      return output
    }
  }
}

/// One of the things that a job made.
public struct HedraV3Output: Hashable, Sendable {
  /// The ID of the job that made it.
  public let jobID: String
  /// The number of the output among the job's, from 0.
  public let index: Int
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject, of jobID: String, at index: Int) {
    self.object = object
    self.jobID = jobID
    self.index = index
  }

  /// The state of the output; a word that is missing means that it is.
  public var status: HedraV3OutputStatus {
    object["status"]?.string.map(HedraV3OutputStatus.init) ?? .completed
  }
  /// The ID by which other requests can refer to it; `nil` where it failed, and once it has expired.
  public var assetID: String? { object["asset_id"]?.string }
  /// The same as an input of another request; `nil` as ``assetID``.
  public var reference: MediaReference? { assetID.map(MediaReference.asset) }
  /// The address of its file when the service was asked, for a short time and without a key; `nil`
  /// as ``assetID``.
  public var url: URL? { object.url("url") }
  /// The file's media type: `video/mp4`.
  public var contentType: String? { object["content_type"]?.string }
  /// The width in pixels; `nil` of sound.
  public var width: Int? { object["width"]?.int }
  /// The height in pixels; `nil` of sound.
  public var height: Int? { object["height"]?.int }
  /// The length; `nil` of an image.
  public var duration: Duration? { object.duration("duration_ms", in: .milliseconds(1)) }
  /// The number of frames a second; `nil` of what is no video, and before the service has looked.
  public var framesPerSecond: Int? { object["fps"]?.int }
  /// The size of the file in bytes; `nil` when the service does not say, which is not documented.
  public var fileSize: Int? { object["file_size_bytes"]?.int ?? object["file_size"]?.int }
  /// The ID of a voice that was made; `nil` of anything else.
  public var voiceID: String? { object["voice_id"]?.string }
  /// The reason why it is not there; `nil` unless it failed.
  public var failure: HedraV3Failure? { HedraV3Failure(of: object) }
}

/// The state of an output.
public struct HedraV3OutputStatus: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// It is there.
  public static let completed: Self = "COMPLETED"
  /// It could not be made, others of the job may be there.
  public static let failed: Self = "FAILED"
  /// It was there: the service keeps files for 48 hours after the job was completed.
  public static let expired: Self = "EXPIRED"
}

extension HedraV3Output: Downloadable {
  /// The client whose outputs these are.
  public typealias ServiceClient = HedraV3Client

  /// Locates its file where it was. The address is its own permission: no key is sent.
  ///
  /// - Returns: The file, and the name to save it under.
  public func file() throws -> DownloadableFile {
    guard let url else {
      let reason =
        switch status {
        case .expired: "has expired: Hedra keeps files for 48 hours"
        case .failed: "failed: \(failure?.message ?? "the service gave no reason.")"
        default: "has no address of a file"
        }
      throw MediaError(
        status == .expired ? .resultExpired : .notSaved,
        "Output \(index) of the job \(jobID) \(reason)", service: "Hedra v3",
        job: JobHandle(service: "Hedra v3", id: jobID))
    }
    return DownloadableFile(.address(url), named: index == 0 ? jobID : "\(jobID)-\(index)")
  }

  /// Asks where its file is now: addresses are short-lived, so that the job is asked about again.
  /// One that has no address stays without.
  ///
  /// - Returns: The file at its address of now.
  public func file(at service: HedraV3Client) async throws -> DownloadableFile {
    guard url != nil else { return try file() }
    let outputs = try await service.result(of: jobID).outputs
    return try (outputs.first { $0.index == index } ?? self).file()
  }
}
