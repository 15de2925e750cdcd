import IndoxHub

let video = Veo3_0Generate001(prompt: "A tide pool at dawn", duration: .seconds8)
let long = Sora2(prompt: "A tide pool at dawn", duration: .seconds12)
