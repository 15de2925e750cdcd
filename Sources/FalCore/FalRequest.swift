/// A request to a model that fal offers.
///
/// The types that conform are generated from the snapshots of models, with the type of what each answers.
public protocol FalRequest: GenerationRequest where ServiceClient == FalClient, Output: FalOutput {
  /// The model's answer; ``FalAnyOutput`` where its snapshot does not say.
  associatedtype Output = FalAnyOutput
}

/// An answer of one of fal's models.
public protocol FalOutput: ModelOutput, JobOutput where ServiceClient == FalClient {}

extension FalOutput {
  /// Reads it from what came.
  public init(_ output: FalResult) { self.init(json: output.json) }
}

/// An answer of a model of which nothing is known: JSON, with the files in it.
public struct FalAnyOutput: FalOutput {
  /// The answer as it came.
  public let json: JSON
  /// Creates a view of an answer.
  public init(json: JSON) { self.json = json }
}
