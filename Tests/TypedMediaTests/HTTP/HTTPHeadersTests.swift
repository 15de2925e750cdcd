import Foundation
import Testing
import TypedMedia

@Suite struct HTTPHeadersTests {
  @Test(arguments: ["Content-Type", "content-type", "CONTENT-TYPE", "cOnTeNt-TyPe"])
  func aNameIsFoundInAnyCase(name: String) {
    let headers: HeaderFields = ["Content-Type": "text/plain"]
    #expect(headers[name] == "text/plain")
  }

  @Test func settingReplacesInAnyCase() {
    var headers: HeaderFields = ["Accept": "a", "X-Other": "b"]
    headers["ACCEPT"] = "c"
    #expect(headers["accept"] == "c")
    #expect(Array(headers).count == 2)
  }

  @Test func settingNilRemoves() {
    var headers: HeaderFields = ["Accept": "a"]
    headers["accept"] = nil
    #expect(headers["Accept"] == nil)
    #expect(Array(headers).isEmpty)
  }

  @Test func theLastValueOfANameHolds() {
    let headers: HeaderFields = ["Accept": "a", "accept": "b"]
    #expect(headers["Accept"] == "b")
    #expect(Array(headers).count == 1)
  }

  @Test func equalityIgnoresCaseAndOrderOfNames() {
    let first: HeaderFields = ["Accept": "a", "X-Other": "b"]
    let second: HeaderFields = ["x-other": "b", "accept": "a"]
    #expect(first == second)
    #expect(first.hashValue == second.hashValue)
    #expect(first != ["Accept": "A", "X-Other": "b"])
  }

  @Test(
    arguments: [
      (["X-RateLimit-Limit": "100"], 100, nil, nil),
      (["x-ratelimit-remaining": "7"], nil, 7, nil),
      (["X-RateLimit-Reset": "1750327200"], nil, nil, 1_750_327_200),
      (
        [
          "X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "0",
          "X-RateLimit-Reset": "1750327200.5",
        ],
        100, 0, 1_750_327_200.5
      ),
    ] as [(HeaderFields, Int?, Int?, Double?)])
  func aRateLimitIsRead(headers: HeaderFields, limit: Int?, remaining: Int?, reset: Double?) throws
  {
    let rate = try #require(RateLimit(headers))
    #expect(rate.limit == limit)
    #expect(rate.remaining == remaining)
    let distance = reset.flatMap { rate.reset?.timeIntervalSince(Date(timeIntervalSince1970: $0)) }
    #expect(reset == nil ? rate.reset == nil : (distance?.magnitude ?? 1) < 0.001)
  }

  @Test(arguments: [[:], ["X-RateLimit-Limit": "many"], ["Retry-After": "5"]] as [HeaderFields])
  func aRateLimitThatIsNotThereIsNil(headers: HeaderFields) {
    #expect(RateLimit(headers) == nil)
  }
}
