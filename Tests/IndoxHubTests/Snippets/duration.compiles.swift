import IndoxHub
import IndoxHubTestModels

let video = Kite(prompt: "A tide pool at dawn", duration: .seconds6)
