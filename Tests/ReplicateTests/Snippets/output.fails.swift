import Replicate
import ReplicateTestModels

func text(in output: Ember.Output) -> String? {
  output.textOutput  // expected-error {{value of type 'Ember.Output' has no member 'textOutput'}}
}
