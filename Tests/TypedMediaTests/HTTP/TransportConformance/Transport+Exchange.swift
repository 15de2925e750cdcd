import Foundation
import TypedMedia

extension Transport {
  /// Sends `request` and reads the whole answer.
  func exchange(
    _ request: TransportRequest
  ) async throws -> (status: Int, headers: HeaderFields, body: Data) {
    let response = try await send(request)
    var body = Data()
    for try await piece in response.body { body.append(piece) }
    // In a task that is cancelled, the pieces end as if that were all.
    try Task.checkCancellation()
    return (response.status, response.headers, body)
  }
}
