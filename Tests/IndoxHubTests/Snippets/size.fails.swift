import IndoxHub

let reel = NovaReel(
  prompt: "A tide pool at dawn",
  size: .size960x540)  // expected-error {{has no member 'size960x540'}}
