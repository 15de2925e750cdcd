import Foundation
import IndoxHub
import IndoxHubSandbox

/// An image, a video and speech by models of three providers, through IndoxHub.
struct IndoxHubDemo: Demo {
  static let name = "indoxhub"

  private let show: Show
  private let indoxhub: IndoxHubClient

  init(_ show: Show) {
    self.show = show
    if let key = show.key(of: IndoxHubClient.self) {
      indoxhub = IndoxHubClient(apiKey: key)
    } else {
      let sandbox = IndoxHubSandbox(
        pace: .init(pending: .milliseconds(400), inProgress: .seconds(2)))
      indoxhub = sandbox.client(configuration: show.sandboxConfiguration)
    }
  }

  func run() async throws {
    // The result of this model is there at once.
    let harbour = Imagen3_0Generate002(
      prompt: "A harbour in the morning mist.", aspectRatio: .ratio16x9)
    let image = try await make(harbour, named: "harbour")

    // This one takes its time. The image is sent along, encoded by the library.
    let film = NovaReel(
      prompt: "The mist lifts, and the boats begin to move.",
      size: .size1280x720,
      duration: .seconds6,
      inputImage: .file(image)
    )
    _ = try await make(film, named: "harbour-wakes")

    let request = IndoxHubSpeechRequest(input: "Good morning, harbour.", voice: .nova)
    print("\(type(of: request))")
    let speech = try await show.result(of: indoxhub.audio.submit(request).job)
    let file = try await indoxhub.audio.download(speech, to: show.folder, named: "good-morning")
    print("  saved \(file.path)")
  }

  /// Submits, follows and saves the first result. What it costs, IndoxHub says afterwards.
  private func make(_ request: some IndoxHubRequest, named name: String) async throws -> URL {
    print("\(type(of: request))")
    let submission = try await indoxhub.submit(request)
    let generation = try await show.result(of: submission.job)
    guard let result = generation.results.first else {
      throw MediaError(.notFound, "There is no result.", service: "IndoxHub")
    }
    let file = try await indoxhub.download(result, to: show.folder, named: name)
    print("  saved \(file.path)")
    return file
  }
}
