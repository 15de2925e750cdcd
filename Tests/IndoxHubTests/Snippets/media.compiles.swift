import Foundation
import IndoxHub

func request(image: Data) -> Sora2 {
  Sora2(prompt: "A tide pool at dawn", inputImage: .bytes(image))
}
