public import Foundation

/// How files come to fal (https://fal.ai/docs).
extension FalClient: UploadingService {
  /// Files of more bytes than this are sent in parts.
  private static let largestWhole = 90_000_000
  private static let partSize = 10_000_000

  /// Hands a file over, and returns where it is. Anyone who has that address can read it.
  ///
  /// One of more than 90 MB goes in parts, each of which is sent again by itself where the connection breaks.
  ///
  /// - Parameters:
  ///   - file: The file. It must not change meanwhile.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Returns: The address of the file.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func address(
    uploading file: URL, progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    guard let size = (attributes?[.size] as? NSNumber)?.intValue else {
      throw MediaError(.notUploaded, "There is no file to upload at \(file.path).", service: "fal")
    }
    let isWhole = size <= Self.largestWhole
    let place = try await initiate(isWhole ? "initiate" : "initiate-multipart", file)
    if isWhole {
      _ = try await connection.upload.put(file, to: place.upload, progress: progress)
    } else {
      try await uploadParts(of: file, size, to: place.upload, progress)
    }
    return place.file
  }

  /// Hands over a file that a request names.
  public func reference(
    uploading file: URL, as kind: MediaKind?,
    progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws -> String {
    try await address(uploading: file, progress: progress).absoluteString
  }

  private func initiate(
    _ kind: String, _ file: URL
  ) async throws -> (upload: URL, file: URL) {
    var call = ServiceCall(
      "POST", [],
      body: [
        "content_type": .string(MediaFileType.contentType(of: file)),
        "file_name": .string(file.lastPathComponent),
      ], effect: .writes)
    call.address = addresses.storage.appending(path: "storage/upload/\(kind)")
      .appending(queryItems: [URLQueryItem(name: "storage_type", value: "fal-cdn-v3")])
    return try await connection.send(call) { answer in
      let object = try answer.object
      return (try object.required("upload_url"), try object.required("file_url"))
    }
  }

  private func uploadParts(
    of file: URL, _ size: Int, to place: URL, _ progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    var parts: [JSON] = []
    var sent: Int64 = 0
    while let part = try handle.read(upToCount: Self.partSize), !part.isEmpty {
      let number = parts.count + 1
      let before = sent
      let headers = try await connection.upload.put(
        part, to: place.addingPath("\(number)"), contentType: nil
      ) { partial in
        progress?(
          TransferProgress(
            completedBytes: before + partial.completedBytes, totalBytes: Int64(size)))
      }
      sent += Int64(part.count)
      parts.append([
        "partNumber": .number(JSONNumber(number)), "etag": .string(headers["ETag"] ?? ""),
      ])
    }
    let body = JSON.object(["parts": .array(parts)]).data()
    _ = try await connection.upload.put(
      body, to: place.addingPath("complete"), contentType: "application/json", method: "POST")
  }
}

extension URL {
  /// The address with one more part of its path, before the query, which may be a permission.
  fileprivate func addingPath(_ part: String) -> URL {
    guard var components = URLComponents(url: self, resolvingAgainstBaseURL: false) else {
      return appending(path: part)
    }
    components.percentEncodedPath += "/" + part
    return components.url ?? appending(path: part)
  }
}
