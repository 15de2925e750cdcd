import Foundation
import Replicate

let request = IdmVton(
  garmImg: address(), humanImg: address(),
  category: .shoes)  // expected-error {{has no member 'shoes'}}

func address() -> URL { URL(filePath: "coat.png") }
