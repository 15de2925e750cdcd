import Hoox

let image = ZImageTurbo(prompt: "A tide pool at dawn")
let video = KlingMotionControl(
  prompt: "A fox dances", startImage: .asset("image"), motionVideo: .asset("video"))
