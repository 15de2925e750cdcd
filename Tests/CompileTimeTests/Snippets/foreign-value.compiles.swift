import Hoox

let ratio = KlingPro.AspectRatio.ratio16x9
let request = KlingPro(prompt: "A tide pool at dawn", aspectRatio: ratio)
