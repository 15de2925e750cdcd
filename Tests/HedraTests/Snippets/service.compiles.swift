import Hedra
import Hoox

func submit(_ request: Veo3_1, to hoox: HooxClient) async throws {
  _ = try await hoox.submit(request)
}

let request: any HedraRequest = Veo3FastT2V(textPrompt: "A tide pool at dawn")
