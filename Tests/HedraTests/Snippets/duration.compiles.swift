import Hedra
import HedraTestModels

let grok = Brook(textPrompt: "A tide pool at dawn", duration: .seconds5)
let veo = Marsh(textPrompt: "A tide pool at dawn", duration: .seconds8)
