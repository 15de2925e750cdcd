import IndoxHub

let pro = Sora2Pro(prompt: "A tide pool at dawn", size: .size1792x1024)
let plain = Sora2(prompt: "A tide pool at dawn", size: .size720x1280)
