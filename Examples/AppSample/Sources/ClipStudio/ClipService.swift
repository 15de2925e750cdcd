public import AppClient
public import Foundation
public import Hoox

/// Where clips are made: at the app's server, or in previews and tests at a sandbox.
public protocol ClipService: ReportingService {
  /// Submits a request.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  func start(_ request: any HooxRequest) async throws -> Job<Output>

  /// Saves a result. A file of an earlier run is the same, and is replaced.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  func save(_ result: Output, in folder: URL) async throws -> URL
}

/// The app's server, which has the key.
extension AppClient: ClipService {
  /// Submits a request.
  public func start(_ request: any HooxRequest) async throws -> Job<AppVideo> {
    try await submit(request).job
  }

  /// Saves a result.
  public func save(_ result: AppVideo, in folder: URL) async throws -> URL {
    try await download(result, to: folder, overwriting: true)
  }
}

/// The service itself, as its sandbox plays it. An app that is shipped has no key for it.
extension HooxClient: ClipService {
  /// Submits a request.
  public func start(_ request: any HooxRequest) async throws -> Job<HooxAsset> {
    try await submit(request).job
  }

  /// Saves a result.
  public func save(_ result: HooxAsset, in folder: URL) async throws -> URL {
    try await download(result, to: folder, overwriting: true)
  }
}
