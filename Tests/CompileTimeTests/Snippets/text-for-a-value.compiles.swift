import Hoox

let ratio = String("16:9")
let request = Veo3_1(prompt: "A fox", aspectRatio: Veo3_1.AspectRatio(rawValue: ratio))
