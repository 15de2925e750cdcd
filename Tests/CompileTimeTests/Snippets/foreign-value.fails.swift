import Hoox

let ratio = KlingPro.AspectRatio.ratio16x9
let request = Veo3_1(
  prompt: "A tide pool at dawn",
  aspectRatio: ratio)  // expected-error {{cannot convert value of type}}
