import IndoxHub
import IndoxHubTestModels

let google = Ink(prompt: "A tide pool at dawn", aspectRatio: .ratio16x9)
let xAI = Moss(prompt: "A tide pool at dawn", size: "1024x1024")
let film = Lantern(prompt: "A tide pool at dawn", size: .size1280x720)
