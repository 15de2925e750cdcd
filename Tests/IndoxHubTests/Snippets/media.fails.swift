import Foundation
import IndoxHub

func request(image: Data) -> NovaReel {
  NovaReel(
    prompt: "A tide pool at dawn",
    inputImage: image.base64EncodedString())  // expected-error {{cannot convert value of type 'String'}}
}
