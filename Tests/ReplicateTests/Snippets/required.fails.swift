import Foundation
import Replicate

func request(voice: URL) -> XttsV2 {
  XttsV2(text: "A tide pool at dawn")  // expected-error {{missing argument for parameter 'speaker' in call}}
}
