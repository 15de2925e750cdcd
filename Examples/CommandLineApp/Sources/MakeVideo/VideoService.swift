public import Foundation
public import TypedMedia

/// A service that the app makes videos with: all that differs between two of them.
///
/// The rest of the app does not know which it is.
public protocol VideoService: MediaService {
  /// The models of it that the app offers, by the names that are typed; the first is the usual one.
  associatedtype VideoModel: RawRepresentable<String> & CaseIterable & Sendable
  /// A request in the service's own types.
  associatedtype VideoRequest: Sendable

  /// The service's name on the command line.
  static var commandName: String { get }
  /// The variable of the environment that has its key.
  static var keyVariable: String { get }

  /// The service, played in process.
  static func played() -> Self

  /// Where the service is.
  static var defaultURL: URL { get }

  /// Creates a client.
  init(apiKey: APIKey, baseURL: URL, configuration: ClientConfiguration)

  /// The request that a wish is to a model.
  ///
  /// Which wishes a model takes at all is checked when this compiles: a model that had no duration, or that
  /// needed a reference, would not get past its initializer here. Which values it takes is in the types
  /// of the parameters, by which the text of the command line is read.
  ///
  /// - Throws: ``UnfitWish``, or `MediaError` with everything that the model does not take.
  static func request(for wish: VideoWish, to model: VideoModel) throws -> VideoRequest

  /// What a request costs; `nil` where the service does not say it beforehand.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  func cost(of request: VideoRequest) async throws -> Cost?

  /// Submits a request.
  ///
  /// - Parameter limit: The most that it may cost; `nil` where the service does not say it beforehand.
  /// - Throws: `MediaError`, or `CancellationError`.
  func start(_ request: VideoRequest, costingAtMost limit: Decimal?) async throws -> [Job<Output>]

  /// Saves the videos of a result, over those of an earlier run, which are the same.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  func save(
    _ result: Output, of job: JobHandle, in folder: URL,
    progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws -> [URL]
}

extension VideoService {
  /// The models that the app offers.
  public static var modelNames: [String] { VideoModel.allCases.map(\.rawValue) }
}
