import Foundation
import TypedMedia

/// A client of whichever service, for requests that no type is generated for.
protocol RawClient: Sendable {
  /// The service's name, as errors and ledgers give it.
  var serviceName: String { get }
  /// Tells whether the service takes files.
  var takesFiles: Bool { get }

  /// Asks for a model, as a snapshot of it would be; `nil` where no request can be made to it.
  func model(_ name: String) async throws -> ModelRecord?

  /// Lists the names of the models.
  func modelNames() async throws -> [String]

  /// Hands a file over, and returns what requests say of it.
  func reference(
    uploading file: URL, as kind: MediaKind?,
    progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws -> String

  /// Submits a request, unless it costs more than a limit.
  func submit(
    _ request: RawRequest, maxCost: Decimal?
  ) async throws -> (jobs: [JobHandle], cost: Cost?)

  /// Waits for what a job makes.
  func result(
    of job: JobHandle, onStatus: @escaping @Sendable (FollowedStatus) -> Void
  ) async throws -> GenerationResult

  /// Saves a file in a folder.
  func save(
    _ file: DownloadableFile, in folder: URL, named name: String,
    progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws -> URL

  /// Says that all that a job made is saved, or that there is nothing.
  func acknowledge(_ job: JobHandle) async throws

  /// Says that a submission whose outcome is not known was not accepted, or does not matter.
  func abandon(_ submission: LedgerSubmission.ID) async throws

  /// Says that a submission whose outcome is not known became a job.
  func settle(_ submission: LedgerSubmission.ID, asJob id: String) async throws

  /// Looks up what became of a submission whose outcome is not known, and keeps what can be told.
  func settle(_ submission: LedgerSubmission) async throws -> SettledSubmission
}

/// What was found out about a submission, whatever its jobs make.
enum SettledSubmission: Hashable, Sendable {
  /// The service took it.
  case accepted(JobHandle)
  /// The service did not take it.
  case notAccepted
  /// It cannot be told. It may be one of these.
  case unknown([AcceptedJob])
}

/// The progress of a job, whatever it makes.
struct FollowedStatus: Hashable, Sendable {
  /// The service's own word for it.
  let word: String
  /// The share of the work that is done, from 0 to 1; `nil` when the service does not say.
  let progress: Double?
}

/// What a job made.
struct GenerationResult: Sendable {
  /// The whole answer.
  let json: JSON
  /// The files in it.
  let files: [DownloadableFile]

  /// Creates a result.
  init(_ object: JSONObject, _ files: [DownloadableFile]) {
    json = .object(object)
    self.files = files
  }

  /// Creates a result of an answer that says nothing of its form: its files are wherever addresses are.
  init(_ json: JSON) throws {
    self.json = json
    files = try json.files.map { try $0.downloadable() }
  }

  /// What it says, where it is text: the answer itself, its `text` or `output`, else the JSON.
  var text: String {
    let text = [json, json["text"] ?? .null, json["output"] ?? .null].lazy.compactMap { json in
      json.string ?? json.array.flatMap { $0.isEmpty ? nil : Self.joined($0) }
    }.first
    return text ?? json.text(.indented)
  }

  /// The text that comes in pieces; `nil` where they are something else.
  private static func joined(_ pieces: [JSON]) -> String? {
    let texts = pieces.compactMap(\.string)
    return texts.count == pieces.count ? texts.joined() : nil
  }
}

/// A client of one service.
struct ServiceClient<Client: MediaService & CatalogService>: RawClient {
  let client: Client
  /// Finds the files in what a job made.
  let read: @Sendable (Client.Output) throws -> GenerationResult
  /// Asks what it has to know before it follows a job of a model.
  let prepare: @Sendable (Client, _ model: String) async -> Void

  var serviceName: String { client.connection.profile.name }
  var takesFiles: Bool { client is any UploadingService }

  func model(_ name: String) async throws -> ModelRecord? {
    try Client.catalog.snapshot(try await client.model(name).record, nil)
  }

  func modelNames() async throws -> [String] { try await client.models().map(\.record.name) }

  func reference(
    uploading file: URL, as kind: MediaKind?,
    progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws -> String {
    guard let uploader = client as? any UploadingService else {
      throw MediaError(.notUploaded, "\(serviceName) takes no files.", service: serviceName)
    }
    return try await uploader.reference(uploading: file, as: kind, progress: progress)
  }

  func submit(
    _ request: RawRequest, maxCost: Decimal?
  ) async throws -> (jobs: [JobHandle], cost: Cost?) {
    guard let maxCost else { return Self.accepted(try await client.submit(request)) }
    guard let client = client as? any PricedService else {
      throw MediaError(
        .tooExpensive, "\(serviceName) does not say beforehand what a request costs.",
        service: serviceName)
    }
    return try await Self.submit(request, maxCost, at: client)
  }

  private static func submit(
    _ request: RawRequest, _ maxCost: Decimal, at client: some PricedService
  ) async throws -> (jobs: [JobHandle], cost: Cost?) {
    accepted(try await client.submit(request, maxCost: maxCost))
  }

  private static func accepted<Output>(
    _ submission: Submission<Output>
  ) -> (jobs: [JobHandle], cost: Cost?) {
    (submission.jobs.map(\.handle), submission.cost)
  }

  func result(
    of job: JobHandle, onStatus: @escaping @Sendable (FollowedStatus) -> Void
  ) async throws -> GenerationResult {
    if let model = job.model { await prepare(client, model) }
    let jobs = FollowedJobs(service: client, onStatus: onStatus)
    while true {
      do {
        return try read(try await Job(job, at: jobs).result())
      } catch let error as MediaError where error.code == .timedOut && error.lastStatus != nil {
        // Whoever sits at a terminal decides when it was long enough.
        continue
      }
    }
  }

  func save(
    _ file: DownloadableFile, in folder: URL, named name: String,
    progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws -> URL {
    try await client.download(
      ResultFile<Client>(content: file), to: folder, named: name, progress: progress)
  }

  func acknowledge(_ job: JobHandle) async throws { try await client.acknowledge(job) }

  func abandon(_ submission: LedgerSubmission.ID) async throws {
    try await client.settle(submission, as: .abandoned)
  }

  func settle(_ submission: LedgerSubmission.ID, asJob id: String) async throws {
    try await client.settle(submission, as: .accepted(jobIDs: [id]))
  }

  func settle(_ submission: LedgerSubmission) async throws -> SettledSubmission {
    guard let client = client as? any SettlingService else { return .unknown([]) }
    return try await Self.settle(submission, at: client)
  }

  private static func settle(
    _ submission: LedgerSubmission, at client: some SettlingService
  ) async throws -> SettledSubmission {
    switch try await client.settle(submission) {
    case .accepted(let job): .accepted(job.handle)
    case .notAccepted: .notAccepted
    case .unknown(let candidates): .unknown(candidates)
    }
  }
}

/// The jobs of a service, whose statuses somebody watches.
private struct FollowedJobs<Service: ReportingService>: ReportingService {
  let service: Service
  let onStatus: @Sendable (FollowedStatus) -> Void

  var connection: ServiceConnection { service.connection }

  func status(of job: JobHandle) async throws -> JobStatus<Service.Output> {
    let status = try await service.status(of: job)
    onStatus(FollowedStatus(word: status.rawStatus, progress: status.progress))
    return status
  }
}

/// A file that was found in an answer.
private struct ResultFile<ServiceClient: ReportingService>: Downloadable {
  let content: DownloadableFile

  func file() throws -> DownloadableFile { content }
}
