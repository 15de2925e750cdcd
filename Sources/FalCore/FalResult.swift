public import Foundation

/// The result of a job: the model's answer.
public struct FalResult: Hashable, Sendable, JobOutput {
  /// The client whose jobs make it.
  public typealias ServiceClient = FalClient

  /// The model's answer.
  public let json: JSON
  /// The request's ID.
  public let requestID: String
  /// The number of the model's units that it took, as it is billed; `nil` where the service did not
  /// say. What a unit costs, ``FalClient/unitPrices(of:)`` says.
  public let billableUnits: Decimal?

  /// The files in the answer, wherever they are, in its order.
  public var files: [MediaFile] { json.files }

  init(_ json: JSON, requestID: String, billableUnits: Decimal? = nil) {
    self.json = json
    self.requestID = requestID
    self.billableUnits = billableUnits
  }

  init(_ answer: ServiceResponse, requestID: String) throws {
    self.init(
      try answer.json, requestID: requestID, billableUnits: Self.billableUnits(in: answer))
  }

  /// How many units an answer says that it took.
  static func billableUnits(in answer: ServiceResponse) -> Decimal? {
    answer.headers["X-Fal-Billable-Units"].flatMap { (try? JSON(parsing: $0))?.decimal }
  }
}
