import Foundation
import Replicate
import ReplicateTestModels

let request = Loom(garmImg: address(), humanImg: address(), category: .dresses)

func address() -> URL { URL(filePath: "coat.png") }
