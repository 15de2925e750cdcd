import Foundation
import Hedra
import Hoox
import struct HooxTestModels.Heron
import IndoxHub
import IndoxHubTestModels

func make(_ request: Heron, with hoox: HooxClient, maxCost: Decimal) async throws {
  _ = try await hoox.submit(request, maxCost: maxCost)
}

func cancel(_ job: Job<IndoxHubGeneration>) async throws {
  try await job.cancel()
}

func save(_ result: HedraResult, with hedra: HedraClient, to folder: URL) async throws {
  _ = try await hedra.download(result, to: folder)
}
