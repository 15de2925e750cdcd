import Foundation
import Replicate
import ReplicateTestModels

func request(voice: URL) -> Chime {
  Chime(text: "Good morning")  // expected-error {{missing argument for parameter 'speaker'}}
}
