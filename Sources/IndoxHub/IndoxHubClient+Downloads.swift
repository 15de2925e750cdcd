public import Foundation

extension IndoxHubClient {
  /// Saves an image or a video in `folder`, and returns where it is: fetched from where it is, or
  /// decoded where the answer has the file itself.
  ///
  /// - Parameters:
  ///   - result: One of ``IndoxHubGeneration/results``.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name without extension.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func download(
    _ result: IndoxHubResult, to folder: URL, named name: String
  ) async throws -> URL {
    if let url = result.url {
      return try await connection.download.save(url, in: folder, named: name)
    }
    guard let data = result.data else {
      throw MediaError(
        .notSaved, "The result has neither an address nor a file.", service: "IndoxHub")
    }
    let file = IncludedFile(data: data, statedType: result.contentType)
    return try await Download(over: file).save(connection.baseURL, in: folder, named: name)
  }
}

/// A file that came with the answer, served to a download so that it is saved as any other.
private struct IncludedFile: Transport {
  let data: Data
  let statedType: String?

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    var headers: HTTPHeaders = ["Content-Length": "\(data.count)"]
    headers["Content-Type"] = statedType ?? contentType
    return TransportResponse(status: 200, headers: headers, body: .data(data))
  }

  /// The media type, by the file's first bytes; `nil` when they are none of those that models make.
  private var contentType: String? {
    let head = data.prefix(12)
    if head.starts(with: [0x89, 0x50, 0x4e, 0x47]) { return "image/png" }
    if head.starts(with: [0xff, 0xd8, 0xff]) { return "image/jpeg" }
    if head.starts(with: Data("RIFF".utf8)), head.suffix(4) == Data("WEBP".utf8) {
      return "image/webp"
    }
    if head.dropFirst(4).prefix(4) == Data("ftyp".utf8) { return "video/mp4" }
    return nil
  }
}
