import Foundation
import Hedra
import HedraTestModels

func requests(first: UUID, last: URL, clip: UUID) {
  _ = Glen(
    textPrompt: "She dances.", characterOrientation: .video, video: .asset(clip),
    startKeyframe: .asset(first),
    endKeyframe: last)  // expected-error {{extra argument 'endKeyframe' in call}}
}
