import Hoox

let request = Veo3_1(
  prompt: "A tide pool at dawn",
  aspectRatio: .ratio1x1)  // expected-error {{has no member 'ratio1x1'}}
