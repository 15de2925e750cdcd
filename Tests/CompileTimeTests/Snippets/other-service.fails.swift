import Hoox
import HooxTestModels

protocol AcmeRequest: GenerationRequest {}

struct AcmeClient {
  // expected-note@+1 {{where 'some AcmeRequest' = 'Lantern'}}
  func submit(_ request: some AcmeRequest) {}
}

let request = Lantern(prompt: "A tide pool at dawn")
AcmeClient().submit(request)  // expected-error {{requires that 'Lantern' conform to 'AcmeRequest'}}
