import Foundation
import HedraV3

func requests(first: URL, last: URL) {
  _ = Flux3(
    prompt: "The tide comes in.", aspectRatio: .ratio16x9, resolution: .p720, duration: .seconds5,
    image: .startImage(.file(first), endImage: .file(last)))
}
