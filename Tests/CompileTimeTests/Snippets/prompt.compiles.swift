import Hoox

let request = Veo3_1(prompt: "A tide pool at dawn", aspectRatio: .ratio16x9)
