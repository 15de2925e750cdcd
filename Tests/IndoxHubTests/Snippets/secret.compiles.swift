import IndoxHub

let options = IndoxHubOptions(byokAPIKey: APIKey("sk-1"))
