import HedraV3

func requests(last: MediaReference) {
  _ = Flux3(
    prompt: "The tide comes in.", aspectRatio: .ratio16x9, resolution: .p720, duration: .seconds5,
    image: .endImage(last))  // expected-error {{has no member 'endImage'}}
}
