import Hoox

let first = MediaReference.asset("first")
let last = MediaReference.asset("last")
let start = KlingPro(prompt: "A tide pool at dawn", slots: .startImage(first))
let both = KlingPro(prompt: "A tide pool at dawn", slots: .startImage(first, endImage: last))
