import Hoox
import HooxTestModels

let request = Lantern(
  prompt: "A tide pool at dawn",
  aspectRatio: .ratio1x1)  // expected-error {{has no member 'ratio1x1'}}
