import Replicate

func text(in output: Bark.Output) -> String? {
  output.textOutput  // expected-error {{value of type 'Bark.Output' has no member 'textOutput'}}
}
