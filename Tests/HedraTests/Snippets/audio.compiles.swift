import Foundation
import Hedra
import HedraTestModels

func requests(image: UUID, recording: UUID, voice: UUID) {
  _ = Heath(
    textPrompt: "She talks.", startKeyframe: .asset(image), audio: .asset(recording))
  _ = Heath(
    textPrompt: "She talks.", startKeyframe: .asset(image),
    audio: .speech("Hello", voice: voice, language: .german))
}
