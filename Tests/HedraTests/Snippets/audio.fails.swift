import Foundation
import Hedra
import HedraTestModels

func requests(image: UUID, recording: UUID, voice: UUID) {
  _ = Heath(
    textPrompt: "She talks.", startKeyframe: .asset(image), audio: .asset(recording),
    speech: "Hello")  // expected-error {{extra argument 'speech' in call}}
  _ = Heath(
    textPrompt: "She talks.", startKeyframe: .asset(image),
    audio: .speech(
      "Hello", voice: voice,
      asset: recording))  // expected-error {{extra argument 'asset' in call}}
}
