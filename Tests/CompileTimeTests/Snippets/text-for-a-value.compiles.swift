import Hoox
import HooxTestModels

let ratio = String("16:9")
let request = Lantern(prompt: "A fox", aspectRatio: Lantern.AspectRatio(rawValue: ratio))
