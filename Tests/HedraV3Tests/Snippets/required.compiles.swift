import Foundation
import HedraV3

func requests(portrait: URL, speech: URL) {
  _ = HedraAvatar(
    prompt: "She talks.", aspectRatio: .ratio1x1, resolution: .p720, startImage: .file(portrait),
    audio: .file(speech))
}
