import Hoox

let request = KlingMotionControl(
  prompt: "A fox dances",
  startImage: .asset("image"))  // expected-error {{missing argument for parameter 'motionVideo'}}
