import GoldenTests

let request = RetiredValues(
  prompt: "A tide pool at dawn",
  // expected-error@+1 {{'p720' has been renamed to 'p1080': The service no longer takes `720p`, as of 2026-11-21; use `1080p`.}}
  resolution: .p720,
  // expected-error@+1 {{'seconds7' is unavailable: The service no longer takes `7`, as of 2026-11-21.}}
  duration: .seconds7)
