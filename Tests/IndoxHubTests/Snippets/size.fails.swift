import IndoxHub
import IndoxHubTestModels

let reel = Lantern(
  prompt: "A tide pool at dawn",
  size: .size960x540)  // expected-error {{has no member 'size960x540'}}
