import Hoox
import HooxTestModels

let request = Loom(
  prompt: "A fox dances",
  startImage: .asset("image"))  // expected-error {{missing argument for parameter 'motionVideo'}}
