import HedraV3

func requests(first: MediaReference, last: MediaReference) {
  _ = Flux3(
    prompt: "The tide comes in.", aspectRatio: .ratio16x9, resolution: .p720, duration: .seconds5,
    image: .startImage(first, endImage: last))
}
