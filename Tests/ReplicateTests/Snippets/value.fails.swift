import Foundation
import Replicate
import ReplicateTestModels

let request = Loom(
  garmImg: address(), humanImg: address(),
  category: .shoes)  // expected-error {{has no member 'shoes'}}

func address() -> URL { URL(filePath: "coat.png") }
