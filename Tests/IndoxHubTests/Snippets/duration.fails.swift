import IndoxHub

let video = Veo3_0Generate001(
  prompt: "A tide pool at dawn",
  duration: .seconds20)  // expected-error {{has no member 'seconds20'}}
let long = Sora2(
  prompt: "A tide pool at dawn",
  duration: .seconds6)  // expected-error {{has no member 'seconds6'}}
