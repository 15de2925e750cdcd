/// A request for a generation by Hedra.
///
/// The types that conform are generated from the snapshots of Hedra's models and kinds of generation;
/// `HedraModels` lists them.
public protocol HedraRequest: GenerationRequest
where ServiceClient == HedraClient, Output == HedraResult {}
