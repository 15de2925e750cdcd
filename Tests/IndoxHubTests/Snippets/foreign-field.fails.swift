import IndoxHub
import IndoxHubTestModels

let google = Ink(
  prompt: "A tide pool at dawn",
  size: "1024x1024")  // expected-error {{extra argument 'size' in call}}
let xAI = Moss(
  prompt: "A tide pool at dawn",
  guidanceScale: 7.5)  // expected-error {{extra argument 'guidanceScale' in call}}
let film = Lantern(
  prompt: "A tide pool at dawn",
  negativePrompt: "Rain")  // expected-error {{extra argument 'negativePrompt' in call}}
