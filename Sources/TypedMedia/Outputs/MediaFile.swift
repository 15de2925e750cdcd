public import Foundation

/// A file that a model made: where it is, and what the service says of it.
///
/// Services write it as an address alone, or as an object that has the address as its `url`.
public struct MediaFile: JSONCodable, Hashable, Codable, CustomStringConvertible {
  /// The address: for how long is the service's. It may be a `data:` address, which has the file
  /// itself.
  public let url: URL
  /// The whole answer, in the service's spelling.
  public let json: JSON

  /// Reads a file.
  ///
  /// - Throws: ``JSONMismatch`` where there is no address.
  public init(json: JSON) throws {
    guard let address = json.string ?? json["url"]?.string else {
      throw JSONMismatch(expected: "a file's address", found: json)
    }
    url = try URL(json: .string(address))
    guard url.scheme != nil else { throw JSONMismatch(expected: "a file's address", found: json) }
    self.json = json
  }

  /// Creates a file of which only the address is known.
  public init(url: URL) {
    self.url = url
    json = url.json
  }

  /// Its media type, such as `image/png`; `nil` when the service does not say.
  public var contentType: String? {
    json["content_type"]?.string ?? json["mime_type"]?.string
  }
  /// Its name; `nil` when the service gives none.
  public var name: String? { json["file_name"]?.string }
  /// The size in bytes; `nil` when the service does not say.
  public var size: Int64? { json["file_size"]?.int.map(Int64.init) }
  /// Its width in pixels; `nil` when the service does not say.
  public var width: Int? { json["width"]?.int }
  /// Its height in pixels; `nil` when the service does not say.
  public var height: Int? { json["height"]?.int }
  /// The time that it plays; `nil` when the service does not say.
  public var duration: Duration? { json.object?.duration("duration") }
  /// The number of frames a second; `nil` when the service does not say.
  public var framesPerSecond: Double? { json["fps"]?.double }

  /// The kind of medium, going by its media type and else by its extension; `nil` when neither
  /// tells.
  public var kind: MediaKind? {
    let type =
      MediaFileType(contentType: contentType ?? dataType)
      ?? MediaFileType(fileExtension: url.pathExtension)
    return type?.kind
  }

  /// The media type that a `data:` address states.
  private var dataType: String? {
    guard url.scheme?.lowercased() == "data" else { return nil }
    return String(url.absoluteString.dropFirst(5).prefix { $0 != "," && $0 != ";" })
  }

  /// The address.
  public var description: String { "MediaFile(\(url.absoluteString.prefix(120)))" }
}

extension MediaFile {
  /// Locates it, to be saved under its own name.
  package func downloadable() throws -> DownloadableFile {
    let isData = url.scheme?.lowercased() == "data"
    let last = name ?? (isData ? "" : url.lastPathComponent)
    let stem = NSString(string: last).deletingPathExtension
    return DownloadableFile(.address(url), named: stem.isEmpty || stem == "/" ? "result" : stem)
  }
}

extension JSON {
  /// The files in it, wherever they are, in its order: what has an address as its `url`, and texts that are
  /// addresses.
  public var files: [MediaFile] {
    switch self {
    case .null, .bool, .number: []
    case .string(let text):
      ["https://", "http://", "data:"].contains(where: text.hasPrefix)
        ? [try? MediaFile(json: self)].compactMap { $0 } : []
    case .array(let elements): elements.flatMap(\.files)
    case .object(let object):
      if let file = try? MediaFile(json: self) { [file] } else { object.flatMap { $0.value.files } }
    }
  }
}

extension ReportingService {
  /// Saves a file that a model made in `folder`, and returns where it is.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name without extension; by default its own.
  ///   - overwriting: Whether to replace a file of that name. By default that is an error.
  ///   - kind: What it has to be; `nil` for whatever it says that it is.
  ///   - maximumSize: The most bytes that it may have.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Returns: The address of the file that was saved.
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func download(
    _ file: MediaFile,
    to folder: URL,
    named name: String? = nil,
    overwriting: Bool = false,
    expecting kind: MediaKind? = nil,
    maximumSize: Int64 = Download.defaultMaximumSize,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL {
    try await connection.save(
      file.downloadable(), in: folder, named: name, overwriting: overwriting,
      expecting: kind ?? file.kind, maximumSize: maximumSize, progress: progress)
  }
}
