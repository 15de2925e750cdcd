import Hoox
import HooxTestModels

let image = Pebble(prompt: "A tide pool at dawn")
let video = Loom(
  prompt: "A fox dances", startImage: .asset("image"), motionVideo: .asset("video"))
