import IndoxHub

let key = "sk-1"
// expected-error@+1 {{cannot convert value of type 'String' to expected argument type 'APIKey'}}
let options = IndoxHubOptions(byokAPIKey: key)
