import Foundation
import IndoxHub

func request(image: Data) -> NovaReel {
  NovaReel(prompt: "A tide pool at dawn", inputImage: .bytes(image))
}
