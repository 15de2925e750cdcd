import Hedra

let grok = GrokVideoT2V(
  textPrompt: "A tide pool at dawn",
  resolution: .p1080)  // expected-error {{has no member 'p1080'}}
let image = NanoBananaProI2I(
  textPrompt: "A tide pool at dawn",
  resolution: .p720)  // expected-error {{has no member 'p720'}}
// expected-error@+1 {{cannot convert value of type}}
let other: HedraCharacter3.Resolution = GrokVideoT2V.Resolution.p720
