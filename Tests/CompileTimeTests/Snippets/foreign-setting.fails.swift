import Hoox

let settings = Veo3_1.ModelSettings(generateAudio: true)
let image = ReveFast(
  prompt: "A tide pool at dawn",
  modelSettings: settings)  // expected-error {{extra argument 'modelSettings' in call}}

let video = KlingO3EditPro(
  prompt: "The fox is silver",
  sourceVideo: .asset("video"),
  // expected-error@+1 {{incorrect argument label in call (have 'generateAudio:'}}
  modelSettings: .init(generateAudio: true))
