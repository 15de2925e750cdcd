import HooxCore
import HooxTestModels

let first = MediaReference.asset("first")
let second = MediaReference.asset("second")
let request = Lantern(
  prompt: "A tide pool at dawn",
  reference: [first, second])  // expected-error {{to expected argument type 'MediaReference'}}
