import HooxCore
import HooxTestModels

let last = MediaReference.asset("last")
let byName = Kite(
  prompt: "A tide pool at dawn",
  slots: .endImage(last))  // expected-error {{has no member 'endImage'}}
let withoutStart = Kite(
  prompt: "A tide pool at dawn",
  slots: .startImage(endImage: last))  // expected-error {{missing argument for parameter #1}}
