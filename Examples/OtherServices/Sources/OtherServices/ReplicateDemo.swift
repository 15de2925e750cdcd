import Foundation
import Replicate
import ReplicateSandbox

/// An image and speech by models that Replicate hosts.
struct ReplicateDemo: Demo {
  static let name = "replicate"

  private let show: Show
  private let replicate: ReplicateClient

  init(_ show: Show) {
    self.show = show
    if let key = show.key(of: ReplicateClient.self) {
      replicate = ReplicateClient(apiKey: key)
    } else {
      let sandbox = ReplicateSandbox(
        pace: .init(starting: .milliseconds(400), processing: .seconds(2)))
      replicate = sandbox.client(configuration: show.sandboxConfiguration)
    }
  }

  func run() async throws {
    let harbour = SDXLLightning4step(prompt: "A harbour in the morning mist.", width: 1_024)
    let images = try await make(harbour).files
    for image in images { try await save(image, named: "harbour-sketch") }

    // What it makes is an object, of which this is one member.
    let greeting = try await make(Bark(prompt: "Good morning, harbour."))
    if let speech = greeting.audioOut { try await save(speech, named: "greeting") }
  }

  /// Submits and follows. What it costs, Replicate says nowhere but in its bills.
  private func make<Request: ReplicateRequest>(_ request: Request) async throws -> Request.Output {
    print("\(Request.self)")
    return try await show.result(of: replicate.submit(request).job)
  }

  private func save(_ file: MediaFile, named name: String) async throws {
    let saved = try await replicate.download(file, to: show.folder, named: name)
    print("  saved \(saved.path)")
  }
}
