import Hedra

let grok = GrokVideoT2V(
  textPrompt: "A tide pool at dawn",
  duration: .seconds4)  // expected-error {{has no member 'seconds4'}}
let veo = Veo3FastT2V(
  textPrompt: "A tide pool at dawn",
  duration: .seconds5)  // expected-error {{has no member 'seconds5'}}
