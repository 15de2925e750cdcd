/// A request to a model that IndoxHub offers.
///
/// The types that conform, such as `Veo3_0Generate001` for a video or `GPTImage1_5` for an image,
/// are generated from the snapshots of IndoxHub's models; `IndoxHubModels` lists them.
public protocol IndoxHubRequest: GenerationRequest
where ServiceClient == IndoxHubClient, Output == IndoxHubGeneration {}
