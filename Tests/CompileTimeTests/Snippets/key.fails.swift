import Hoox

let key = String("hx_live")
let hoox = HooxClient(apiKey: key)
// expected-error@-1 {{cannot convert value of type 'String' to expected argument type 'APIKey'}}
