import Hoox

protocol AcmeRequest: GenerationRequest {}

struct AcmeClient {
  // expected-note@+1 {{where 'some AcmeRequest' = 'Veo3_1'}}
  func submit(_ request: some AcmeRequest) {}
}

let request = Veo3_1(prompt: "A tide pool at dawn")
AcmeClient().submit(request)  // expected-error {{requires that 'Veo3_1' conform to 'AcmeRequest'}}
