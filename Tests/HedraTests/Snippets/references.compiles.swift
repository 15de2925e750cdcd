import Foundation
import Hedra
import HedraTestModels

func requests(first: UUID, second: UUID) {
  _ = Marsh(textPrompt: "A fox", images: .startKeyframe(.asset(first)))
  _ = Marsh(textPrompt: "A fox", images: .referenceImages([.asset(first), .asset(second)]))
  _ = Cove(textPrompt: "A fox", startKeyframe: .asset(first))
}
