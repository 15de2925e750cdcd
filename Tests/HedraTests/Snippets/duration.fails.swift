import Hedra
import HedraTestModels

let grok = Brook(
  textPrompt: "A tide pool at dawn",
  duration: .seconds4)  // expected-error {{has no member 'seconds4'}}
let veo = Marsh(
  textPrompt: "A tide pool at dawn",
  duration: .seconds5)  // expected-error {{has no member 'seconds5'}}
