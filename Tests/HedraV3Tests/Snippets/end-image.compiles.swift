import HedraV3
import HedraV3TestModels

func requests(first: MediaReference, last: MediaReference) {
  _ = Finch(
    prompt: "The tide comes in.", aspectRatio: .ratio16x9, resolution: .p720, duration: .seconds5,
    image: .startImage(first, endImage: last))
}
