import Hoox

let request = Veo3_1(prompt: "A tide pool at dawn", resolution: .k4)
let lite = Veo3_1Lite(prompt: "A tide pool at dawn", resolution: .p1080)
