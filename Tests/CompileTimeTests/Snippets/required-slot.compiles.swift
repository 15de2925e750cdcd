import Hoox
import HooxTestModels

let request = Loom(
  prompt: "A fox dances", startImage: .asset("image"), motionVideo: .asset("video"))
