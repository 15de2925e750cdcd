/// A request to a model that fal offers.
///
/// The types that conform are generated from the snapshots of models, with the type of what each answers.
public protocol FalRequest: GenerationRequest where ServiceClient == FalClient, Output: FalOutput {
  /// What the model answers; ``FalAnyOutput`` where its snapshot does not say.
  associatedtype Output = FalAnyOutput
}

/// What a model of fal's answers.
public protocol FalOutput: ModelOutput, JobOutput where ServiceClient == FalClient {}

extension FalOutput {
  /// Reads it from what came.
  public init(_ output: FalResult) { self.init(json: output.json) }
}

/// What a model answers of which nothing is known: JSON, with the files in it.
public struct FalAnyOutput: FalOutput {
  /// The answer as it came.
  public let json: JSON
  /// Creates a view of an answer.
  public init(json: JSON) { self.json = json }
}
