import Foundation
import IndoxHub
import IndoxHubTestModels

func request(image: Data) -> Lantern {
  Lantern(prompt: "A tide pool at dawn", inputImage: .bytes(image))
}
