import Foundation
import Hedra
import HedraTestModels

func requests(image: UUID, clip: UUID, speech: UUID) {
  _ = Cove(textPrompt: "She waves.", startKeyframe: .asset(image))
  _ = Fjord(textPrompt: "Make it night.", video: .asset(clip))
  _ = Fjord.Images.referenceImages
  _ = Heath(
    textPrompt: "She talks.", startKeyframe: .asset(image), audio: .asset(speech))
}
