import Hoox

let request = Veo3_1(prompt: "A tide pool at dawn", duration: .seconds8)
