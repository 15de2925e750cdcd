import Foundation
import Hoox
import Hummingbird

/// Answers a webhook.
struct WebhookRoute {
  let backlog: Backlog
  let maximumBodySize: Int

  /// Puts the job that the webhook names on the backlog. Nothing is asked or done before the answer: the
  /// sender waits for ten seconds, and comes three more times.
  func respond(to request: Request) async throws -> HTTPResponse.Status {
    var request = request
    let body = try await request.collectBody(upTo: maximumBodySize)
    guard let webhook = try? HooxWebhook(parsing: Data(body.readableBytesView)) else {
      return .badRequest
    }
    // What the service sends of other things is fine, and not for this server.
    guard webhook.task == .assetGeneration else { return .ok }
    guard let id = webhook.assetID else { return .badRequest }
    return await backlog.add(id) ? .ok : .serviceUnavailable
  }
}
