public import Foundation

/// Something that a service made or keeps, and that can be saved as a file.
public protocol Downloadable: Sendable {
  /// The client whose service has it.
  associatedtype ServiceClient: ReportingService

  /// Locates its file.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/notSaved`` where there is none, or none yet.
  func file() throws -> DownloadableFile

  /// Locates its file as it is now, for which the service may be asked: what is downloaded. By
  /// default ``file()``; where addresses are short-lived, look it up again.
  ///
  /// - Throws: ``MediaError``, or `CancellationError`.
  func file(at service: ServiceClient) async throws -> DownloadableFile
}

extension Downloadable {
  /// Locates its file; nobody is asked.
  ///
  /// - Returns: The file, and the name to save it under.
  public func file(at service: ServiceClient) async throws -> DownloadableFile { try file() }
}

/// A file that a service has: where it is, or the file itself.
public struct DownloadableFile: Sendable {
  /// The place of a file, or what is in it.
  public enum Content: Sendable {
    /// An address.
    case address(URL)
    /// The file itself, and its media type where that is known.
    case data(Data, contentType: String?)
  }

  /// The place of a file, or what is in it.
  public var content: Content
  /// The name under which it is saved, without extension.
  public var name: String

  /// Creates a file.
  public init(_ content: Content, named name: String) {
    self.content = content
    self.name = name
  }
}

extension ReportingService {
  /// Saves a file in `folder`, and returns where it is.
  ///
  /// - Parameters:
  ///   - item: What has the file: what a job made, or something that the service keeps.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name without extension; by default its own, mostly its ID.
  ///   - overwriting: Whether to replace a file of that name. By default that is an error.
  ///   - kind: What it has to be; `nil` for whatever the service makes.
  ///   - maximumSize: The most bytes that it may have.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Returns: The address of the file that was saved.
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func download<Item: Downloadable>(
    _ item: Item,
    to folder: URL,
    named name: String? = nil,
    overwriting: Bool = false,
    expecting kind: MediaKind? = nil,
    maximumSize: Int64 = Download.defaultMaximumSize,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL where Item.ServiceClient == Self {
    try await connection.save(
      item.file(at: self), in: folder, named: name, overwriting: overwriting, expecting: kind,
      maximumSize: maximumSize, progress: progress)
  }
}

extension ServiceConnection {
  func save(
    _ file: DownloadableFile, in folder: URL, named name: String?, overwriting: Bool,
    expecting kind: MediaKind?, maximumSize: Int64,
    progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws -> URL {
    let download = download.limited(to: maximumSize)
    switch file.content {
    case .address(let url):
      return try await download.save(
        url, in: folder, named: name ?? file.name, overwriting: overwriting, expecting: kind,
        progress: progress)
    case .data(let data, let contentType):
      return try download.save(
        data, of: contentType, in: folder, named: name ?? file.name, overwriting: overwriting,
        expecting: kind, progress: progress)
    }
  }
}
