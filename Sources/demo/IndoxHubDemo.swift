import Foundation
import IndoxHub
import TypedMediaSandbox

/// An image and a video by models of two providers, through IndoxHub.
struct IndoxHubDemo {
  private let stage: Stage
  private let indoxhub: IndoxHubClient

  init(_ stage: Stage) {
    self.stage = stage
    if let key = stage.key {
      indoxhub = IndoxHubClient(apiKey: APIKey(key))
    } else {
      let sandbox = IndoxHubSandbox(
        pace: .init(pending: .milliseconds(400), inProgress: .seconds(2)))
      indoxhub = sandbox.client(configuration: stage.sandboxConfiguration)
    }
  }

  func run() async throws {
    stage.show(IndoxHubModels.all, from: IndoxHubModels.stamp)

    // The result of this model is there at once.
    let harbour = Imagen4_0Generate001(
      prompt: "A harbour in the morning mist.", aspectRatio: .ratio16x9)
    let image = try await make(harbour, named: "harbour")

    // This one takes its time. The image is sent along, encoded by the library.
    let film = Sora2(
      prompt: "The mist lifts, and the boats begin to move.",
      size: .size1280x720,
      duration: .seconds4,
      inputImage: try .file(image)
    )
    _ = try await make(film, named: "harbour-wakes")
  }

  /// Submits, follows and saves the first result. What it costs, IndoxHub says afterwards.
  private func make(_ request: some IndoxHubRequest, named name: String) async throws -> URL {
    try stage.announce(request, price: nil)
    let submission = try await indoxhub.submit(request)
    let generation = try await stage.result(of: submission.job)
    guard let result = generation.results.first else { throw Stop("There is no result.") }
    let file = try await indoxhub.download(result, to: stage.folder, named: name)
    stage.show(file)
    return file
  }
}
