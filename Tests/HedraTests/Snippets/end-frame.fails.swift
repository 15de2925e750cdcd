import Foundation
import Hedra

func requests(first: UUID, last: URL, clip: UUID) {
  _ = Kling2_6MotionControlProVI2V(
    textPrompt: "She dances.", characterOrientation: .video, videoID: clip, startKeyframeID: first,
    endKeyframe: last)  // expected-error {{extra argument 'endKeyframe' in call}}
}
