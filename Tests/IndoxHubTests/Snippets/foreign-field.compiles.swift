import IndoxHub

let google = Imagen3_0Generate002(prompt: "A tide pool at dawn", aspectRatio: .ratio16x9)
let xAI = Grok2Image(prompt: "A tide pool at dawn", size: "1024x1024")
let film = NovaReel(prompt: "A tide pool at dawn", size: .size1280x720)
