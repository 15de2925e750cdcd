import Foundation
import IndoxHub

func requests(first: URL, last: URL) -> Veo3_0Generate001 {
  Veo3_0Generate001(
    prompt: "A tide pool at dawn", inputImage: .url(first),
    lastFrame: .url(last))  // expected-error {{has no member 'url'}}
}
