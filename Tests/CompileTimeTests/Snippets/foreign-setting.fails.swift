import Hoox
import HooxTestModels

let settings = Lantern.ModelSettings(generateAudio: true)
let image = Moss(
  prompt: "A tide pool at dawn",
  modelSettings: settings)  // expected-error {{extra argument 'modelSettings' in call}}

let video = Loom(
  prompt: "The fox is silver",
  startImage: .asset("image"), motionVideo: .asset("video"),
  // expected-error@+1 {{incorrect argument label in call (have 'generateAudio:'}}
  modelSettings: .init(generateAudio: true))
