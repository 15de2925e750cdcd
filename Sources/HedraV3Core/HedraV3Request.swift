/// A request to a model that Hedra's API v3 offers.
///
/// The types that conform are generated from the snapshots of the models; `HedraV3Models` lists them.
public protocol HedraV3Request: GenerationRequest
where ServiceClient == HedraV3Client, Output == HedraV3Result {}
