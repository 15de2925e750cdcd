public import Foundation
public import Hoox
import HooxSandbox

/// Videos by Hoox, which says beforehand what they cost.
extension HooxClient: VideoService {
  /// The models that the app offers.
  public enum VideoModel: String, CaseIterable, Sendable {
    case veo3_1 = "veo-3.1"
    case veo3_1Lite = "veo-3.1-lite"
    case seedance2_0 = "seedance-2.0"
    case klingV3Pro = "kling-v3-pro"
  }

  /// The service's name on the command line.
  public static var commandName: String { "hoox" }
  /// The variable of the environment that has its key.
  public static var keyVariable: String { "HOOX_API_KEY" }

  /// The service, played in process.
  public static func played() -> HooxClient {
    HooxSandbox(pace: .init(pending: .seconds(1), generating: .seconds(3))).client()
  }

  /// The request that a wish is to a model.
  public static func request(
    for wish: VideoWish, to model: VideoModel
  ) throws -> any HooxRequest {
    let request: any HooxRequest =
      switch model {
      case .veo3_1:
        Veo3_1(
          prompt: wish.prompt, aspectRatio: try wish.chosenRatio(), duration: try wish.seconds())
      case .veo3_1Lite:
        Veo3_1Lite(
          prompt: wish.prompt, aspectRatio: try wish.chosenRatio(), duration: try wish.seconds())
      case .seedance2_0:
        Seedance2_0(
          prompt: wish.prompt, aspectRatio: try wish.chosenRatio(), duration: try wish.seconds())
      case .klingV3Pro:
        KlingV3Pro(
          prompt: wish.prompt, aspectRatio: try wish.chosenRatio(), duration: try wish.seconds())
      }
    try request.validate()
    return request
  }

  /// What a request costs.
  public func cost(of request: any HooxRequest) async throws -> Cost? {
    let price = try await price(of: request)
    return price.total.map { Cost($0, price.currency ?? "credits") }
  }

  /// Submits a request.
  public func start(
    _ request: any HooxRequest, costingAtMost limit: Decimal?
  ) async throws -> [Job<HooxAsset>] {
    guard let limit else { return try await submit(request).jobs }
    return try await submit(request, maxCost: limit).jobs
  }

  /// Saves the video.
  public func save(
    _ result: HooxAsset, of job: JobHandle, in folder: URL,
    progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws -> [URL] {
    [try await download(result, to: folder, overwriting: true, progress: progress)]
  }
}
