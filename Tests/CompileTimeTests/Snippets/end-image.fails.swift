import Hoox

let last = MediaReference.asset("last")
let byName = KlingPro(
  prompt: "A tide pool at dawn",
  slots: .endImage(last))  // expected-error {{has no member 'endImage'}}
let withoutStart = KlingPro(
  prompt: "A tide pool at dawn",
  slots: .startImage(endImage: last))  // expected-error {{missing argument for parameter #1}}
