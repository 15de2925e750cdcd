import Foundation
import Replicate

let request = IdmVton(garmImg: address(), humanImg: address(), category: .dresses)

func address() -> URL { URL(filePath: "coat.png") }
