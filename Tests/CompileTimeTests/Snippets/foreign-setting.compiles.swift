import Hoox

let settings = Veo3_1.ModelSettings(generateAudio: true)
let image = ReveFast(prompt: "A tide pool at dawn")
let sound = Veo3_1(prompt: "A tide pool at dawn", modelSettings: settings)

let video = KlingO3EditPro(
  prompt: "The fox is silver",
  sourceVideo: .asset("video"),
  modelSettings: .init(keepAudio: true))
