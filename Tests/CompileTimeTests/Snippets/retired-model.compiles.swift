import GoldenTests

let request = RetiredValues(prompt: "A tide pool at dawn")
