import GoldenTests

// expected-warning@+2 {{The service no longer takes `retired-1.0`, as of 2026-11-21; use `retired-values`.}}
// expected-note@+1 {{use 'RetiredValues' instead}}
let request = Retired1_0(prompt: "A tide pool at dawn")
