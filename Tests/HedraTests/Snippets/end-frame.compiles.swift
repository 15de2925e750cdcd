import Foundation
import Hedra

func requests(first: UUID, last: URL, clip: UUID) {
  _ = GrokVideoI2V(
    textPrompt: "She waves.", startKeyframe: .asset(first), endKeyframe: .url(last))
  _ = Kling2_6MotionControlProVI2V(
    textPrompt: "She dances.", characterOrientation: .video, video: .asset(clip),
    startKeyframe: .asset(first))
}
