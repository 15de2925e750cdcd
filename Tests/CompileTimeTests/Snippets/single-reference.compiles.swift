import Hoox

let first = MediaReference.asset("first")
let second = MediaReference.asset("second")
let one = Veo3_1(prompt: "A tide pool at dawn", reference: first)
let several = ReveFast(prompt: "A tide pool at dawn", references: [first, second])
