import IndoxHub

let google = Veo3_0Generate001(prompt: "A tide pool at dawn", generateAudio: true)
let openAI = Sora2(prompt: "A tide pool at dawn", size: .size1280x720)
let image = GPTImage1_5(prompt: "A tide pool at dawn", background: "transparent")
