import Foundation
import TypedMedia
import TypedMediaTesting

/// One attempt to tell a webhook something, signed as the service does.
struct HedraV3WebhookPost {
  let url: URL
  let id: String
  let event: HedraV3WebhookEvent
  let isRedelivery: Bool
  let attempt: Int
  let body: Data
  let date: Date
  let sign: @Sendable (Data) -> Data

  /// The time to wait after each attempt but the last: twelve in about six hours.
  static let delays: [Duration] =
    [10, 30, 90, 270, 810, 2_430].map(Duration.seconds)
    + Array(repeating: .seconds(3_600), count: 5)

  var request: TransportRequest {
    let time = "\(Int64(date.timeIntervalSince1970))"
    let redelivery = isRedelivery ? "true" : "false"
    let lines = [time, id, event.rawValue, redelivery, ContentDigest.sha256(of: body)]
    let signature = sign(Data(lines.joined(separator: "\n").utf8))
    return TransportRequest(
      method: "POST", url: url,
      headers: [
        "Content-Type": "application/json", "X-Hedra-Webhook-Timestamp": time,
        "X-Hedra-Webhook-Id": id, "X-Hedra-Webhook-Event": event.rawValue,
        "X-Hedra-Webhook-Redelivery": redelivery, "X-Hedra-Webhook-Attempt": "\(attempt)",
        "X-Hedra-Webhook-Signature": signature.hexadecimal,
      ],
      body: body)
  }
}
