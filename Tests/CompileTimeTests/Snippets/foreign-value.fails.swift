import Hoox
import HooxTestModels

let ratio = Kite.AspectRatio.ratio16x9
let request = Lantern(
  prompt: "A tide pool at dawn",
  aspectRatio: ratio)  // expected-error {{cannot convert value of type}}
