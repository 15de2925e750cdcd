/// A request to a model that IndoxHub offers.
///
/// The types that conform, such as `RayV2` for a video or `Grok2Image` for an image,
/// are generated from the snapshots of IndoxHub's models; `IndoxHubModels` lists them.
public protocol IndoxHubRequest: GenerationRequest
where ServiceClient == IndoxHubClient, Output == IndoxHubGeneration {}
