import Hoox
import HooxTestModels

let request = Lantern(prompt: "A tide pool at dawn", resolution: .k4)
let lite = Heron(prompt: "A tide pool at dawn", resolution: .p1080)
