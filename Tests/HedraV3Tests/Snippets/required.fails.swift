import Foundation
import HedraV3
import HedraV3TestModels

func requests(portrait: URL, speech: URL) {
  _ = Robin(
    prompt: "She talks.", aspectRatio: .ratio1x1, resolution: .p720,
    startImage: .file(portrait))  // expected-error {{missing argument for parameter 'audio' in call}}
}
