import Hoox
import HooxTestModels

let ratio = Kite.AspectRatio.ratio16x9
let request = Kite(prompt: "A tide pool at dawn", aspectRatio: ratio)
