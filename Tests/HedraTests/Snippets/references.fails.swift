import Foundation
import Hedra

func requests(first: UUID, second: UUID) {
  _ = Veo3FastT2V(
    textPrompt: "A fox",
    images: .startKeyframe(
      .asset(first),
      referenceImages: [second]))  // expected-error {{extra argument 'referenceImages' in call}}
  _ = GrokVideoI2V(  // expected-error {{incorrect argument label in call}}
    textPrompt: "A fox", startKeyframe: .asset(first), referenceImages: [.asset(second)])
}
