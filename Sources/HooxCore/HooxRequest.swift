/// A request to a model that Hoox offers.
///
/// The types that conform, such as `Veo3_1`, are generated from the snapshots of Hoox's models;
/// `HooxModels` lists them.
public protocol HooxRequest: GenerationRequest
where ServiceClient == HooxClient, Output == HooxAsset {}
