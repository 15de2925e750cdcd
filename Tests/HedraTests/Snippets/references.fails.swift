import Foundation
import Hedra
import HedraTestModels

func requests(first: UUID, second: UUID) {
  _ = Marsh(
    textPrompt: "A fox",
    images: .startKeyframe(
      .asset(first),
      referenceImages: [second]))  // expected-error {{extra argument 'referenceImages' in call}}
  _ = Cove(  // expected-error {{incorrect argument label in call}}
    textPrompt: "A fox", startKeyframe: .asset(first), referenceImages: [.asset(second)])
}
