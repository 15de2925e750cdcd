import IndoxHub

let openAI = Sora2(
  prompt: "A tide pool at dawn",
  generateAudio: true)  // expected-error {{extra argument 'generateAudio' in call}}
let size = Sora2.Size.size1280x720
let google = Veo3_0Generate001(
  prompt: "A tide pool at dawn",
  size: size)  // expected-error {{extra argument 'size' in call}}
let image = Imagen4_0Generate001(
  prompt: "A tide pool at dawn",
  background: "transparent")  // expected-error {{extra argument 'background' in call}}
