/// A request to a model that Replicate hosts.
///
/// The types that conform are generated from the snapshots of models, with the type of what each answers.
public protocol ReplicateRequest: GenerationRequest
where ServiceClient == ReplicateClient, Output: ReplicateOutput {
  /// What the model answers; ``ReplicateAnyOutput`` where its snapshot does not say.
  associatedtype Output = ReplicateAnyOutput
}

/// An answer of a model that Replicate hosts.
public protocol ReplicateOutput: ModelOutput, JobOutput where ServiceClient == ReplicateClient {}

extension ReplicateOutput {
  /// Reads it from what came.
  public init(_ output: ReplicateResult) { self.init(json: output.json) }
}

/// An answer of a model of which nothing is known: JSON, with the files in it.
public struct ReplicateAnyOutput: ReplicateOutput {
  /// The answer as it came.
  public let json: JSON
  /// Creates a view of an answer.
  public init(json: JSON) { self.json = json }
}
