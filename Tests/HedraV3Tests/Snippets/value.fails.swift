import HedraV3
import HedraV3TestModels

let veo = Lark(
  prompt: "A tide pool at dawn", aspectRatio: .ratio16x9, resolution: .p720, quality: .fast,
  duration: .seconds5)  // expected-error {{has no member 'seconds5'}}
