public import Foundation

/// Saves what a service made.
///
/// The file is written beside its place under another name and moved when it is whole, so that a
/// file that is there is complete. The key is not sent: a result's address is its own permission.
public struct Download: Sendable {
  /// Sends the request.
  public var transport: any Transport

  /// Creates a download over `transport`.
  public init(over transport: any Transport) { self.transport = transport }

  /// Saves what is at `url` in `folder`, and returns the file.
  ///
  /// - Parameters:
  ///   - url: Where the result is: HTTPS, or HTTP on this machine.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name, to which the extension for the media type is added. Characters that
  ///     could lead out of the folder are replaced.
  /// - Throws: ``MediaError``, with the code ``MediaError/Code/notSaved`` also where there is a file
  ///   of that name; or `CancellationError`.
  public func save(_ url: URL, in folder: URL, named name: String) async throws -> URL {
    guard ServiceAddress.isSecure(url) else {
      throw MediaError(
        .insecureAddress, "\(url.absoluteString) is not an https address, and was not downloaded.")
    }
    let response: TransportResponse
    do {
      response = try await transport.send(TransportRequest(url: url))
    } catch let error as TransportError {
      throw MediaError(
        .unreachable, "The result could not be downloaded. \(error)", underlyingError: error)
    }
    guard response.status == 200 else {
      throw MediaError(
        .notSaved, "\(url.absoluteString) answered with status \(response.status).",
        httpStatus: response.status)
    }
    let mediaType = MediaFileType(contentType: response.headers["Content-Type"], url: url)
    let file = folder.appending(path: Self.fileName(name, mediaType), directoryHint: .notDirectory)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let expected = response.headers["Content-Length"].flatMap { Int($0) }
      try await write(response.body, to: file, expecting: expected)
    } catch let error as CancellationError {
      throw error
    } catch let error as MediaError {
      throw error
    } catch let error as TransportError {
      throw MediaError(
        .notSaved, "The download broke off, and nothing was saved. \(error)",
        underlyingError: error)
    } catch {
      throw MediaError(
        .notSaved, "The result could not be saved as \(file.path): \(error.localizedDescription)",
        underlyingError: error)
    }
    return file
  }

  private func write(_ body: ResponseBody, to file: URL, expecting expected: Int?) async throws {
    let part = file.deletingLastPathComponent()
      .appending(path: ".\(file.lastPathComponent).\(UUID().uuidString).part")
    try Data().write(to: part, options: .withoutOverwriting)
    defer { try? FileManager.default.removeItem(at: part) }
    let handle = try FileHandle(forWritingTo: part)
    var count = 0
    do {
      for try await piece in body {
        try handle.write(contentsOf: piece)
        count += piece.count
      }
      try handle.synchronize()
      try handle.close()
    } catch {
      try? handle.close()
      throw error
    }
    // A cancelled task ends the body's stream without an error.
    try Task.checkCancellation()
    if let expected, expected != count {
      throw MediaError(
        .notSaved, "Of the result's \(expected) bytes only \(count) arrived; nothing was saved.")
    }
    // Unlike a check beforehand, moving fails when there is a file of that name.
    try FileManager.default.moveItem(at: part, to: file)
  }

  private static func fileName(_ name: String, _ type: MediaFileType?) -> String {
    let safe = String(
      name.unicodeScalars.map { scalar in
        CharacterSet.alphanumerics.contains(scalar) || "-_. ".unicodeScalars.contains(scalar)
          ? Character(scalar) : "_"
      })
    var base = safe.drop { $0 == "." || $0 == " " }
    // File systems count the bytes.
    while base.utf8.count > 120 { base.removeLast() }
    return (base.isEmpty ? "result" : base) + (type.map { ".\($0.fileExtension)" } ?? "")
  }
}
