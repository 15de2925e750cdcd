import Foundation
import Replicate

func request(voice: URL) -> XttsV2 {
  XttsV2(text: "Good morning")  // expected-error {{missing argument for parameter 'speaker'}}
}
