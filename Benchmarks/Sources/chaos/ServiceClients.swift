import Foundation
import Hedra
import Hoox
import IndoxHub

/// Hoox's own client.
struct HooxChaosClient: ChaosClient {
  let service: HooxClient

  init(at address: URL, key: String, configuration: ClientConfiguration) {
    service = HooxClient(apiKey: APIKey(key), baseURL: address, configuration: configuration)
  }

  func submit(_ number: Int) async throws -> [Job<HooxClient>] {
    try await service.submit(ZImageTurbo(prompt: "\(number)")).jobs
  }

  /// The service would take it for another.
  func resubmit(_ submission: LedgerSubmission) async throws -> [Job<HooxClient>] { [] }
}

/// Hedra's own client.
struct HedraChaosClient: ChaosClient {
  let service: HedraClient
  private let voice = UUID()

  init(at address: URL, key: String, configuration: ClientConfiguration) {
    service = HedraClient(apiKey: APIKey(key), baseURL: address, configuration: configuration)
  }

  func submit(_ number: Int) async throws -> [Job<HedraClient>] {
    try await service.submit(TextToSpeech(text: "\(number)", voiceID: voice)).jobs
  }

  func resubmit(_ submission: LedgerSubmission) async throws -> [Job<HedraClient>] {
    try await service.resubmit(submission).jobs
  }
}

/// IndoxHub's own client.
struct IndoxHubChaosClient: ChaosClient {
  let service: IndoxHubClient

  init(at address: URL, key: String, configuration: ClientConfiguration) {
    service = IndoxHubClient(apiKey: APIKey(key), baseURL: address, configuration: configuration)
  }

  func submit(_ number: Int) async throws -> [Job<IndoxHubClient>] {
    try await service.submit(Sora2(prompt: "\(number)")).jobs
  }

  /// The service would take it for another.
  func resubmit(_ submission: LedgerSubmission) async throws -> [Job<IndoxHubClient>] { [] }
}
