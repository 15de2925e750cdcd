import Foundation
import IndoxHub

func request(image: Data) -> Sora2 {
  Sora2(
    prompt: "A tide pool at dawn",
    inputImage: image.base64EncodedString())  // expected-error {{cannot convert value of type 'String'}}
}
