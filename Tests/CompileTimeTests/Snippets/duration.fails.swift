import Hoox

let request = Veo3_1(
  prompt: "A tide pool at dawn",
  duration: .seconds7)  // expected-error {{has no member 'seconds7'}}
let bare = Veo3_1(
  prompt: "A tide pool at dawn",
  duration: 8)  // expected-error {{cannot convert value of type 'Int' to expected argument type}}
