import Foundation
import Replicate

func request(voice: URL) -> XttsV2 { XttsV2(speaker: voice, text: "Good morning") }
