import Replicate

func text(in output: SeamlessCommunication.Output) -> String? { output.textOutput }
