import IndoxHub

let ray = RayV2(prompt: "A tide pool at dawn", size: .size960x540)
let reel = NovaReel(prompt: "A tide pool at dawn", size: .size1280x720)
