import Foundation
public import TypedMedia

/// What can be wrong with a delivery.
public enum Mischief: String, CaseIterable, Sendable {
  case truncated, wrongTypes, noAsset, huge, wrongMethod, unknownTask, unknownAsset, late

  /// What a server should answer.
  public var status: Int {
    switch self {
    case .truncated, .wrongTypes, .noAsset: 400
    case .huge: 413
    case .wrongMethod: 404
    case .unknownTask, .unknownAsset, .late: 200
    }
  }

  /// A delivery that was fine, with this wrong.
  public func done(to delivery: TransportRequest) -> TransportRequest {
    var delivery = delivery
    var payload = delivery.body.flatMap { try? JSON(parsing: $0) }?.object ?? [:]
    switch self {
    case .wrongTypes: payload["asset_id"] = ["id": payload["asset_id"] ?? .null]
    case .noAsset: payload["asset_id"] = nil
    case .huge: payload["padding"] = .string(String(repeating: "x", count: 300_000))
    case .unknownTask: payload["task"] = "asset_divination"
    case .unknownAsset: payload["asset_id"] = "662f8c1dffffffffffffffff"
    case .late: payload["status"] = "generating"
    case .truncated, .wrongMethod: break
    }
    delivery.body = JSON.object(payload).data()
    if self == .truncated { delivery.body?.removeLast(20) }
    if self == .wrongMethod { delivery.method = "PUT" }
    return delivery
  }
}
