import Foundation
import IndoxHub

func requests(first: URL, last: Data) -> Veo3_0Generate001 {
  Veo3_0Generate001(
    prompt: "A tide pool at dawn", inputImage: .url(first), lastFrame: IndoxHubData(last))
}
