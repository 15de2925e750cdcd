import Hoox

let request = KlingMotionControl(
  prompt: "A fox dances", startImage: .asset("image"), motionVideo: .asset("video"))
