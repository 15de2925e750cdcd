import Hedra
import HedraTestModels

let grok = Brook(
  textPrompt: "A tide pool at dawn",
  resolution: .p1080)  // expected-error {{has no member 'p1080'}}
let image = Dune(
  textPrompt: "A tide pool at dawn",
  resolution: .p720)  // expected-error {{has no member 'p720'}}
// expected-error@+1 {{cannot convert value of type}}
let other: Heath.Resolution = Brook.Resolution.p720
