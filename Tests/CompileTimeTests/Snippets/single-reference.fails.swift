import Hoox

let first = MediaReference.asset("first")
let second = MediaReference.asset("second")
let request = Veo3_1(
  prompt: "A tide pool at dawn",
  reference: [first, second])  // expected-error {{to expected argument type 'MediaReference'}}
