import Hoox
import HooxTestModels

let duration = Lantern.Duration.seconds8
let image = Pebble(
  prompt: "A tide pool at dawn",
  duration: duration)  // expected-error {{extra argument 'duration' in call}}

let aspectRatio = Lantern.AspectRatio.ratio16x9
let video = Loom(
  prompt: "A fox dances",
  startImage: .asset("image"),
  motionVideo: .asset("video"),
  aspectRatio: aspectRatio)  // expected-error {{extra argument 'aspectRatio' in call}}
