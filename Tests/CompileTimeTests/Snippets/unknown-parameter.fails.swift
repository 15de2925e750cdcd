import Hoox

let duration = Veo3_1.Duration.seconds8
let image = ZImageTurbo(
  prompt: "A tide pool at dawn",
  duration: duration)  // expected-error {{extra argument 'duration' in call}}

let aspectRatio = Veo3_1.AspectRatio.ratio16x9
let video = KlingMotionControl(
  prompt: "A fox dances",
  startImage: .asset("image"),
  motionVideo: .asset("video"),
  aspectRatio: aspectRatio)  // expected-error {{extra argument 'aspectRatio' in call}}
