import Hedra

let grok = GrokVideoT2V(textPrompt: "A tide pool at dawn", duration: .seconds5)
let veo = Veo3FastT2V(textPrompt: "A tide pool at dawn", duration: .seconds8)
