import Foundation
import Hedra

func requests(first: UUID, second: UUID) {
  _ = Veo3FastT2V(textPrompt: "A fox", images: .startKeyframe(.asset(first)))
  _ = Veo3FastT2V(textPrompt: "A fox", images: .referenceImages([.asset(first), .asset(second)]))
  _ = GrokVideoI2V(textPrompt: "A fox", startKeyframe: .asset(first))
}
