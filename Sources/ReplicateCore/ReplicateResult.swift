import Foundation

/// The result of a job: the model's output.
public struct ReplicateResult: Hashable, Sendable, JobOutput {
  /// The client whose jobs make it.
  public typealias ServiceClient = ReplicateClient

  /// The prediction that made it. Where the ledger had it, its input and logs are left out.
  public let prediction: ReplicatePrediction

  /// The model's output, which may be anything.
  public var json: JSON { prediction.output ?? .null }
  /// The files in the output, wherever they are, in its order. Save them soon: they are deleted an hour after the
  /// prediction ended.
  public var files: [MediaFile] { json.files }
  /// The text of the output, whose pieces are joined; `nil` where it is none.
  public var text: String? { json.string ?? json.array.map { $0.compactMap(\.string).joined() } }

  init(_ prediction: ReplicatePrediction) { self.prediction = prediction }

  /// Reads what was kept.
  init(kept json: JSON) throws {
    guard let object = json.object else {
      throw JSONMismatch(expected: "a prediction", found: json)
    }
    self.init(try ReplicatePrediction(object))
  }
}
