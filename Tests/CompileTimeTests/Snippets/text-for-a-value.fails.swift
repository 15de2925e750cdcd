import Hoox
import HooxTestModels

let ratio = String("16:9")
let request = Lantern(prompt: "A fox", aspectRatio: ratio)
// expected-error@-1 {{cannot convert value of type 'String' to expected argument type}}
