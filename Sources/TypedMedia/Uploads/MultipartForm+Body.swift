import Foundation

extension MultipartForm {
  /// Writes the form into a temporary file, lends that to `use`, and removes it.
  ///
  /// However large the files are, no more than about a megabyte of them is in memory at a time. `use`
  /// may send the body several times.
  ///
  /// - Parameters:
  ///   - isolation: The actor on which `use` runs: the caller's.
  ///   - use: Gets the body, and the value for the header field `Content-Type`.
  /// - Returns: What `use` returns.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/invalidRequest`` when a file cannot be
  ///   read or a content type has a line break; what `use` throws; or `CancellationError`.
  public func withBody<Value>(
    isolation: isolated (any Actor)? = #isolation,
    _ use: (_ body: RequestBody, _ contentType: String) async throws -> Value
  ) async throws -> Value {
    // Drawn when the content is settled, so that nobody can have put it in there.
    let boundary = "form-\(UUID().uuidString)\(UUID().uuidString)"
    let file = FileManager.default.temporaryDirectory.appending(
      path: "\(boundary).part", directoryHint: .notDirectory)
    // No one else on this machine is to read what is private.
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw MediaError(.notUploaded, "There is no room for the form at \(file.path).") }
    defer { try? FileManager.default.removeItem(at: file) }
    try write(to: file, boundary: boundary)
    return try await use(.file(file), "multipart/form-data; boundary=\(boundary)")
  }

  private func write(to file: URL, boundary: String) throws {
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    for part in parts {
      try handle.write(contentsOf: Data("--\(boundary)\r\n\(part.head())\r\n".utf8))
      switch part.content {
      case .data(let data): try handle.write(contentsOf: data)
      case .file(let source): try Self.copy(source, to: handle)
      }
      try handle.write(contentsOf: Data("\r\n".utf8))
    }
    try handle.write(contentsOf: Data("--\(boundary)--\r\n".utf8))
  }

  private static func copy(_ source: URL, to handle: FileHandle) throws {
    guard let stream = InputStream(url: source) else { throw unreadable(source, nil) }
    stream.open()
    defer { stream.close() }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      try Task.checkCancellation()
      let count = stream.read(&buffer, maxLength: buffer.count)
      guard count >= 0 else { throw unreadable(source, stream.streamError) }
      if count == 0 { return }
      try handle.write(contentsOf: Data(buffer[..<count]))
    }
  }

  private static func unreadable(_ source: URL, _ error: (any Error)?) -> MediaError {
    MediaError(
      .invalidRequest, "The file \(source.path) cannot be read, and was not sent.",
      underlyingError: error)
  }
}

extension MultipartForm.Part {
  /// The header fields.
  fileprivate func head() throws -> String {
    var head = "Content-Disposition: form-data; name=\"\(Self.escaped(name))\""
    if let fileName { head += "; filename=\"\(Self.escaped(fileName))\"" }
    head += "\r\n"
    guard let contentType else { return head }
    let headers: HeaderFields = ["Content-Type": contentType]
    guard !headers.canSplit else {
      throw MediaError(
        .invalidRequest, "The content type of \"\(name)\" has a line break in it.")
    }
    return head + "Content-Type: \(contentType)\r\n"
  }

  private static func escaped(_ name: String) -> String {
    name.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\"": text += "%22"
      case "\r": text += "%0D"
      case "\n": text += "%0A"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
