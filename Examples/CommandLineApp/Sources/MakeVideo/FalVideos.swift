public import Fal
import FalSandbox
public import Foundation

/// Videos by fal, which says afterwards what they cost.
extension FalClient: VideoService {
  /// The models that the app offers.
  public enum VideoModel: String, CaseIterable, Sendable {
    case klingV3Pro = "kling-v3-pro"
    case ltx2_3 = "ltx-2.3"
  }

  /// The service's name on the command line.
  public static var commandName: String { "fal" }
  /// The variable of the environment that has its key.
  public static var keyVariable: String { "FAL_KEY" }

  /// The service, played in process.
  public static func played() -> FalClient {
    FalSandbox(pace: .init(queued: .seconds(1), working: .seconds(3))).client()
  }

  /// The request that a wish is to a model.
  public static func request(for wish: VideoWish, to model: VideoModel) throws -> any FalRequest {
    let request: any FalRequest =
      switch model {
      case .klingV3Pro:
        KlingVideoV3ProTextToVideo(
          prompt: wish.prompt, duration: try wish.secondsText(),
          aspectRatio: try wish.chosenRatio())
      case .ltx2_3:
        Ltx2_3TextToVideo(
          prompt: wish.prompt, duration: try wish.seconds(), aspectRatio: try wish.chosenRatio())
      }
    try request.validate()
    return request
  }

  /// Nothing: what a request costs, fal says when it has ended.
  public func cost(of request: any FalRequest) async throws -> Cost? { nil }

  /// Submits a request.
  public func start(
    _ request: any FalRequest, costingAtMost limit: Decimal?
  ) async throws -> [Job<FalResult>] {
    guard limit == nil else {
      throw MediaError(
        .tooExpensive,
        "fal does not say beforehand what a request costs, so that no limit can be kept.",
        service: "fal")
    }
    return try await handles(of: request).map(job)
  }

  /// Saves all files of the answer, of which a video is one.
  public func save(
    _ result: FalResult, of job: JobHandle, in folder: URL,
    progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws -> [URL] {
    var saved: [URL] = []
    for (index, file) in result.files.enumerated() {
      // Many files have the same name there, such as "output".
      let name = index == 0 ? job.id : "\(job.id)-\(index + 1)"
      saved.append(
        try await download(
          file, to: folder, named: name, overwriting: true, expecting: .video, progress: progress))
    }
    return saved
  }

  /// Submits a request whose type is known where this is called, and leaves its answer's type behind: what
  /// an earlier run left has none either.
  private func handles<Request: FalRequest>(of request: Request) async throws -> [JobHandle] {
    try await submit(request).jobs.map(\.handle)
  }
}
