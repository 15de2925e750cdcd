import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLSession {
  /// Readies `request`, so that a file in it is read as it is sent.
  func task(for request: TransportRequest) throws -> URLSessionTask {
    var urlRequest = URLRequest(url: request.url)
    // It is one without this, and a name that is set is looked through and spelled anew.
    if request.method != "GET" { urlRequest.httpMethod = request.method }
    if let timeout = request.timeout { urlRequest.timeoutInterval = timeout / .seconds(1) }
    urlRequest.setFields(request.headers)
    switch request.content {
    case .file(let file): return try task(for: urlRequest, sending: file)
    case .data(let data): urlRequest.httpBody = data
    case nil: break
    }
    return dataTask(with: urlRequest)
  }

  private func task(for request: URLRequest, sending file: URL) throws -> URLSessionTask {
    let size = try Self.size(of: file)
    var request = request
    request.setValue("\(size)", forHTTPHeaderField: "Content-Length")
    #if canImport(FoundationNetworking)
      // Here an upload task ends the process when a server closes the connection before it has the
      // whole file. A stream does not, but has no length; and where one is given, libcurl marks the
      // body as chunked all the same, unless that field is there already. A blank one is not sent.
      request.httpBodyStream = InputStream(url: file)
      request.setValue(" ", forHTTPHeaderField: "Transfer-Encoding")
      return dataTask(with: request)
    #else
      return uploadTask(with: request, fromFile: file)
    #endif
  }

  /// The number of bytes that `file` has. This is asked also where it is not needed, because what
  /// systems do about a file that is not there differs.
  private static func size(of file: URL) throws -> Int {
    let values = try? file.resolvingSymlinksInPath().resourceValues(
      forKeys: [.isRegularFileKey, .isReadableKey, .fileSizeKey])
    guard let size = values?.fileSize, values?.isRegularFile == true, values?.isReadable == true
    else {
      throw TransportError(
        "There is no file to send at \(file.path).", isBeforeConnecting: true, sentBodyBytes: 0)
    }
    return size
  }
}

extension URLRequest {
  /// Sets the header fields of a request that has none, all at once: one by one, each is compared with those
  /// before it.
  fileprivate mutating func setFields(_ headers: HeaderFields) {
    guard headers.canSplit else {
      allHTTPHeaderFields = Dictionary(
        headers.lazy.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
      return
    }
    // Foundation leaves out what would end its field, but only where that is set by itself.
    for (name, value) in headers { setValue(value, forHTTPHeaderField: name) }
  }
}
