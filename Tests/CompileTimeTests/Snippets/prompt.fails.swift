import Hoox

// expected-error@+1 {{missing argument for parameter 'prompt' in call}}
let request = Veo3_1(aspectRatio: .ratio16x9)
