import HooxCore
import HooxTestModels

let first = MediaReference.asset("first")
let second = MediaReference.asset("second")
let one = Lantern(prompt: "A tide pool at dawn", reference: first)
let several = Moss(prompt: "A tide pool at dawn", references: [first, second])
