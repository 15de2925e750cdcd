import IndoxHub
import IndoxHubTestModels

let ray = Kite(prompt: "A tide pool at dawn", size: .size960x540)
let reel = Lantern(prompt: "A tide pool at dawn", size: .size1280x720)
