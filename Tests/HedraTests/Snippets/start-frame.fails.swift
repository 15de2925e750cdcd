import Foundation
import Hedra
import HedraTestModels

func requests(image: UUID, clip: UUID) {
  _ = Cove(textPrompt: "She waves.")  // expected-error {{missing argument for parameter 'startKeyframe'}}
  _ = Fjord(
    textPrompt: "Make it night.", video: .asset(clip),
    startKeyframe: image)  // expected-error {{extra argument 'startKeyframe' in call}}
  _ = Fjord.Images.startKeyframe  // expected-error {{has no member 'startKeyframe'}}
  // expected-error@+1 {{missing argument for parameter 'audio'}}
  _ = Heath(textPrompt: "She talks.", startKeyframe: .asset(image))
}
