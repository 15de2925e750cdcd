import Hedra

let grok = GrokVideoT2V(textPrompt: "A tide pool at dawn", resolution: .p480)
let image = NanoBananaProI2I(textPrompt: "A tide pool at dawn", resolution: .k4)
let other: GrokVideoI2V.Resolution = GrokVideoT2V.Resolution.p720
