import Foundation
import Hedra

func requests(image: UUID, clip: UUID) {
  _ = GrokVideoI2V(textPrompt: "She waves.")  // expected-error {{missing argument for parameter 'startKeyframe'}}
  _ = KlingO3ProEditV2V(
    textPrompt: "Make it night.", video: .asset(clip),
    startKeyframe: image)  // expected-error {{extra argument 'startKeyframe' in call}}
  _ = KlingO3ProEditV2V.Images.startKeyframe  // expected-error {{has no member 'startKeyframe'}}
  // expected-error@+1 {{missing argument for parameter 'audio'}}
  _ = HedraCharacter3(textPrompt: "She talks.", startKeyframe: .asset(image))
}
