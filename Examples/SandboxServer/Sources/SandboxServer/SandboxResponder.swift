import Foundation
import Hummingbird
import TypedMedia

/// Passes requests on to the sandboxes, and their answers back.
struct SandboxResponder: HTTPResponder {
  let addresses: AddressBook
  let maximumBodySize: Int

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    guard let target = addresses.target(of: request.head.path ?? "") else {
      let places = addresses.sandboxes.map { "/\($0.name)/" }.joined(separator: ", ")
      return refusal(.notFound, "There is nothing here. The sandboxes are at \(places).")
    }
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: maximumBodySize)
    } catch let error as any HTTPResponseError {
      return refusal(error.status, "A body has at most \(maximumBodySize) bytes here.")
    }
    let answer = try await target.sandbox.transport.send(
      TransportRequest(request, body: body, to: target.url))
    let response = try await response(answer, to: request)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func response(_ answer: TransportResponse, to request: Request) async throws -> Response {
    var headers = HTTPFields()
    // The length is that of what is sent from here.
    for (name, value) in answer.headers where name.lowercased() != "content-length" {
      if let name = HTTPFields.Element.Name(name) { headers[name] = value }
    }
    let status = HTTPResponse.Status(code: answer.status)
    guard answer.headers["Content-Type"]?.hasPrefix("application/json") == true else {
      let length = answer.headers["Content-Length"].flatMap { Int($0) }
      return Response(
        status: status, headers: headers, body: ResponseBody(answer.body, length: length))
    }
    var data = Data()
    for try await piece in answer.body { data += piece }
    // Links go by the name that the caller has for this server.
    if let json = try? JSON(parsing: data), let name = request.head.authority {
      data = addresses.linked(json, to: "http://\(name)").data()
    }
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
  }

  /// What the server itself has to say.
  private func refusal(_ status: HTTPResponse.Status, _ message: String) -> Response {
    let body: JSON = ["error": .string(message)]
    return Response(
      status: status, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.data())))
  }
}

extension TransportRequest {
  /// The request as the sandbox knows it.
  fileprivate init(_ request: Request, body: ByteBuffer, to url: URL) {
    self.init(
      method: request.method.rawValue, url: url,
      body: body.readableBytes == 0 ? nil : Data(body.readableBytesView))
    for field in request.headers { headers[field.name.rawName] = field.value }
  }
}

extension Hummingbird.ResponseBody {
  /// A body that is passed on piece by piece.
  fileprivate init(_ pieces: TypedMedia.ResponseBody, length: Int?) {
    self.init(contentLength: length) { writer in
      for try await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
      try await writer.finish(nil)
    }
  }
}
