import Foundation
import Hoox

func requests(a: URL, b: URL) {
  _ = Veo3_1(prompt: "…", duration: .seconds8)
  _ = KlingPro(prompt: "…", slots: .startImage(.url(a), endImage: .url(b)))
}
