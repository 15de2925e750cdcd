import Hedra
import HedraTestModels

let grok = Brook(textPrompt: "A tide pool at dawn", resolution: .p480)
let image = Dune(textPrompt: "A tide pool at dawn", resolution: .k4)
let other: Cove.Resolution = Brook.Resolution.p720
