import Foundation
import Hoox
import HooxSandbox

/// An image and two videos by Hoox.
struct HooxDemo {
  private let stage: Stage
  private let hoox: HooxClient

  init(_ stage: Stage) {
    self.stage = stage
    if let key = stage.key {
      hoox = HooxClient(apiKey: APIKey(key), configuration: stage.configuration)
    } else {
      let sandbox = HooxSandbox(
        credits: 200, pace: .init(pending: .milliseconds(400), generating: .seconds(2)))
      hoox = sandbox.client(configuration: stage.configuration)
    }
  }

  func run() async throws {
    try stage.show(HooxModels.all, from: HooxModels.stamp)

    // An image, with a setting that this model alone takes.
    let portrait = GPTImage2(
      prompt: "A red fox in autumn leaves, looking at the camera, soft light.",
      aspectRatio: .ratio16x9,
      resolution: .k1,
      modelSettings: .init(quality: .low)
    )
    let image = try await make(portrait, named: "fox")

    // A video with a reference: the image that was just made.
    let run = Veo3_1(
      prompt: "The fox gets up and runs through the leaves at sunrise.",
      reference: .asset(image.id),
      aspectRatio: .ratio16x9,
      resolution: .p720,
      duration: .seconds4,
      modelSettings: .init(generateAudio: false)
    )
    _ = try await make(run, named: "fox-runs")

    // Slots: an end image without a start image cannot be written.
    let loop = KlingPro(
      prompt: "The camera circles the fox once and comes back.",
      slots: .startImage(.asset(image.id), endImage: .asset(image.id)),
      aspectRatio: .ratio16x9,
      duration: .seconds5
    )
    _ = try await make(loop, named: "fox-loop")
  }

  /// Asks for the price, submits, follows and saves: what an app does with any request.
  private func make(_ request: some HooxRequest, named name: String) async throws -> HooxAsset {
    let price = try await hoox.price(of: request)
    let cost = "\(price.totalCost) \(price.currency ?? "credits")"
    try stage.announce(request, price: cost)
    return try await stage.make(name, at: hoox, costing: cost) {
      try await hoox.submit(request, maxCost: price.totalCost)
    }
  }
}
