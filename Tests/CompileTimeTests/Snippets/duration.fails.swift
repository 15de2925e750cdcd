import Hoox
import HooxTestModels

let request = Lantern(
  prompt: "A tide pool at dawn",
  duration: .seconds7)  // expected-error {{has no member 'seconds7'}}
let bare = Lantern(
  prompt: "A tide pool at dawn",
  duration: 8)  // expected-error {{cannot convert value of type 'Int' to expected argument type}}
