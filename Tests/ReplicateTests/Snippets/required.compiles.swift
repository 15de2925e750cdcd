import Foundation
import Replicate
import ReplicateTestModels

func request(voice: URL) -> Chime { Chime(speaker: voice, text: "Good morning") }
