import Foundation
import Hedra

func requests(image: UUID, recording: UUID, voice: UUID) {
  _ = HedraCharacter3(
    textPrompt: "She talks.", startKeyframe: .asset(image), audio: .asset(recording),
    speech: "Hello")  // expected-error {{extra argument 'speech' in call}}
  _ = HedraCharacter3(
    textPrompt: "She talks.", startKeyframe: .asset(image),
    audio: .speech(
      "Hello", voice: voice,
      asset: recording))  // expected-error {{extra argument 'asset' in call}}
}
