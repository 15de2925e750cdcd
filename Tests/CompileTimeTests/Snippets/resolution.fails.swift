import Hoox
import HooxTestModels

let request = Heron(
  prompt: "A tide pool at dawn",
  resolution: .k4)  // expected-error {{has no member 'k4'}}
