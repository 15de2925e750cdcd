import IndoxHub

let video = RayV2(prompt: "A tide pool at dawn", duration: .seconds6)
