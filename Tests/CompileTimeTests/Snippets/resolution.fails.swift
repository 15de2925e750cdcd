import Hoox

let request = Veo3_1Lite(
  prompt: "A tide pool at dawn",
  resolution: .k4)  // expected-error {{has no member 'k4'}}
