import Hoox
import HooxTestModels

// expected-error@+1 {{missing argument for parameter 'prompt' in call}}
let request = Lantern(aspectRatio: .ratio16x9)
