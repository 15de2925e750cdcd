import Hoox
import HooxTestModels

let request = Lantern(prompt: "A tide pool at dawn", duration: .seconds8)
