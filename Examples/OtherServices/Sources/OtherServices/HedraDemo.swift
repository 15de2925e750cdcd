import Foundation
import Hedra
import HedraSandbox

/// A portrait, the portrait that speaks, and two versions of a short film by Hedra.
struct HedraDemo: Demo {
  static let name = "hedra"

  private let show: Show
  private let hedra: HedraClient

  init(_ show: Show) {
    self.show = show
    if let key = show.key(of: HedraClient.self) {
      hedra = HedraClient(apiKey: key)
    } else {
      let sandbox = HedraSandbox(
        pace: .init(
          queued: .milliseconds(300), processing: .seconds(1), finalizing: .milliseconds(300)))
      hedra = sandbox.client(configuration: show.sandboxConfiguration)
    }
  }

  func run() async throws {
    let portrait = FluxDev(textPrompt: "A sailor with a grey beard, looking at the camera.")
    let images = try await make(portrait, named: "sailor")
    guard let image = images.first?.assetID.flatMap({ UUID(uuidString: $0) }) else {
      throw MediaError(
        .notFound, "Hedra did not say which asset the portrait is.", service: "Hedra")
    }

    // Audio is an asset or speech to be made, and never both.
    guard let voice = try await hedra.voices().lazy.compactMap(\.uuid).first else {
      throw MediaError(.notFound, "The account has no voice.", service: "Hedra")
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
    let credits = try await hedra.price(of: request).total
    print("\(type(of: request)): \(credits.map { "\($0) credits" } ?? "the price is not known")")
    let submission = try await hedra.submit(request)
    var results: [HedraResult] = []
    for (index, job) in submission.jobs.enumerated() {
      let result = try await show.result(of: job)
      let name = submission.jobs.count == 1 ? name : "\(name)-\(index + 1)"
      print("  saved \(try await hedra.download(result, to: show.folder, named: name).path)")
      results.append(result)
    }
    return results
  }
}
