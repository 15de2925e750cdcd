import Foundation
import Hedra

func requests(image: UUID, clip: UUID, speech: UUID) {
  _ = GrokVideoI2V(textPrompt: "She waves.", startKeyframe: .asset(image))
  _ = KlingO3ProEditV2V(textPrompt: "Make it night.", video: .asset(clip))
  _ = KlingO3ProReferenceV2V.Images.referenceImages
  _ = HedraCharacter3(
    textPrompt: "She talks.", startKeyframe: .asset(image), audio: .asset(speech))
}
