public import Foundation

/// A price.
public struct Cost: Hashable, Sendable, CustomStringConvertible {
  /// The amount, in the unit.
  public var amount: Decimal
  /// The unit that it is counted in, as the service calls it: `credits`, `USD`.
  public var unit: String

  /// Creates a cost.
  public init(_ amount: Decimal, _ unit: String) {
    self.amount = amount
    self.unit = unit
  }

  /// The amount and its unit: `12.5 credits`.
  public var description: String { "\(amount) \(unit)" }
}

/// The price of a service that says it in one number.
extension Cost: RequestPrice {
  /// The amount.
  public var total: Decimal? { amount }
  /// The unit.
  public var currency: String? { unit }
}

extension Cost {
  init(json: JSON) throws {
    guard let object = json.object else { throw JSONMismatch(expected: "an object", found: json) }
    self.init(try object.required("amount"), try object.required("unit"))
  }

  var json: JSON {
    var object = JSONObject()
    object.set("amount", amount)
    object.set("unit", unit)
    return .object(object)
  }
}
