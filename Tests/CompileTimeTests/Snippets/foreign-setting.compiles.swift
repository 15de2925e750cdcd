import Hoox
import HooxTestModels

let settings = Lantern.ModelSettings(generateAudio: true)
let image = Moss(prompt: "A tide pool at dawn")
let sound = Lantern(prompt: "A tide pool at dawn", modelSettings: settings)

let video = Loom(
  prompt: "The fox is silver",
  startImage: .asset("image"), motionVideo: .asset("video"),
  modelSettings: .init(keepOriginalSound: true))
