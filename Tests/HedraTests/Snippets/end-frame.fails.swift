import Foundation
import Hedra

func requests(first: UUID, last: URL, clip: UUID) {
  _ = Kling2_6MotionControlProVI2V(
    textPrompt: "She dances.", characterOrientation: .video, video: .asset(clip),
    startKeyframe: .asset(first),
    endKeyframe: last)  // expected-error {{extra argument 'endKeyframe' in call}}
}
