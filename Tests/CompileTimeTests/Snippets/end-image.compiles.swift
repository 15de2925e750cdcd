import HooxCore
import HooxTestModels

let first = MediaReference.asset("first")
let last = MediaReference.asset("last")
let start = Kite(prompt: "A tide pool at dawn", slots: .startImage(first))
let both = Kite(prompt: "A tide pool at dawn", slots: .startImage(first, endImage: last))
