import Hoox

func requests(b: MediaReference) {
  // expected-error@+1 {{has no member 'seconds7'}}
  _ = Veo3_1(prompt: "…", duration: .seconds7)
  // expected-error@+1 {{has no member 'endImage'}}
  _ = KlingPro(prompt: "…", slots: .endImage(b))
}
