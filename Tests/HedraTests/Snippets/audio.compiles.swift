import Foundation
import Hedra

func requests(image: UUID, recording: UUID, voice: UUID) {
  _ = HedraCharacter3(
    textPrompt: "She talks.", startKeyframe: .asset(image), audio: .asset(recording))
  _ = HedraCharacter3(
    textPrompt: "She talks.", startKeyframe: .asset(image),
    audio: .speech("Hello", voice: voice, language: .german))
}
