import HedraV3

let veo = Veo31(
  prompt: "A tide pool at dawn", aspectRatio: .ratio16x9, resolution: .p720, quality: .fast,
  duration: .seconds5)  // expected-error {{has no member 'seconds5'}}
