import Foundation
import Hedra
import TypedMediaSandbox

/// A portrait, the portrait that speaks, and two versions of a short film by Hedra.
struct HedraDemo {
  private let stage: Stage
  private let hedra: HedraClient

  init(_ stage: Stage) {
    self.stage = stage
    if let key = stage.key {
      hedra = HedraClient(apiKey: APIKey(key))
    } else {
      let sandbox = HedraSandbox(
        pace: .init(
          queued: .milliseconds(300), processing: .seconds(1), finalizing: .milliseconds(300)))
      hedra = sandbox.client(configuration: stage.sandboxConfiguration)
    }
  }

  func run() async throws {
    stage.show(HedraModels.all, from: HedraModels.stamp)

    let portrait = FluxDev(textPrompt: "A sailor with a grey beard, looking at the camera.")
    let images = try await make(portrait, named: "sailor")
    guard let image = images.first?.assetID.flatMap({ UUID(uuidString: $0) }) else {
      throw Stop("Hedra did not say which asset the portrait is.")
    }

    // Audio is an asset or speech to be made, and never both.
    guard let voice = try await hedra.voices().lazy.compactMap(\.uuid).first else {
      throw Stop("The account has no voice.")
    }
    let speech = HedraCharacter3(
      textPrompt: "He speaks calmly and smiles at the end.",
      startKeyframe: .asset(image),
      audio: .speech("The sea was kind to us today.", voice: voice),
      aspectRatio: .ratio9x16,
      resolution: .p540
    )
    _ = try await make(speech, named: "sailor-speaks")

    // A batch: each result is a job of its own.
    let film = GrokVideoT2V(
      textPrompt: "A small boat in a calm bay at dawn, seen from above.",
      aspectRatio: .ratio16x9,
      resolution: .p480,
      duration: .seconds5,
      batchSize: 2
    )
    _ = try await make(film, named: "bay")
  }

  /// Asks for the price, submits, follows and saves all that is made.
  private func make(
    _ request: some HedraRequest, named name: String
  ) async throws -> [HedraResult] {
    let credits = try await hedra.estimatedCredits(of: request)
    try stage.announce(request, price: credits.map { "\($0) credits" })
    let submission = try await hedra.submit(request)
    var results: [HedraResult] = []
    for (index, job) in submission.jobs.enumerated() {
      let result = try await stage.result(of: job)
      let name = submission.jobs.count == 1 ? name : "\(name)-\(index + 1)"
      stage.show(try await hedra.download(result, to: stage.folder, named: name))
      results.append(result)
    }
    return results
  }
}
