import IndoxHub

let pro = Sora2Pro(
  prompt: "A tide pool at dawn",
  size: .size720x1280)  // expected-error {{has no member 'size720x1280'}}
