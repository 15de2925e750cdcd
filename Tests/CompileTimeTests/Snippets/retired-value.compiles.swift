import GoldenTests

let request = RetiredValues(
  prompt: "A tide pool at dawn", resolution: .p1080, duration: .seconds5)

func name(of resolution: RetiredValues.Resolution) -> String {
  switch resolution {
  case .p1080: "sharp"
  case .k4: "sharper"
  }
}
