import Hoox

let key = String("hx_live")
let hoox = HooxClient(apiKey: APIKey(key))
