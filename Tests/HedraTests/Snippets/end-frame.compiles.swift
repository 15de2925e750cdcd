import Foundation
import Hedra
import HedraTestModels

func requests(first: UUID, last: URL, clip: UUID) {
  _ = Cove(
    textPrompt: "She waves.", startKeyframe: .asset(first), endKeyframe: .url(last))
  _ = Glen(
    textPrompt: "She dances.", characterOrientation: .video, video: .asset(clip),
    startKeyframe: .asset(first))
}
