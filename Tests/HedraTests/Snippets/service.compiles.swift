import Hedra
import HedraTestModels
import Hoox
import HooxTestModels

func submit(_ request: Lantern, to hoox: HooxClient) async throws {
  _ = try await hoox.submit(request)
}

let request: any HedraRequest = Marsh(textPrompt: "A tide pool at dawn")
