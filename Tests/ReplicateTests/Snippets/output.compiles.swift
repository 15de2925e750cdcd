import Replicate
import ReplicateTestModels

func text(in output: Thrush.Output) -> String? { output.textOutput }
