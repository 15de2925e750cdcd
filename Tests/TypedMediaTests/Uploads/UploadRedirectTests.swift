import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// An upload that is sent elsewhere goes there whole, with nothing that is not for there.
@Suite(.serialized, .timeLimit(.minutes(5))) struct UploadRedirectTests {
  let content = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })

  @Test(arguments: [307, 308])
  func theMethodAndTheContentStay(status: Int) async throws {
    let storage = try LoopbackServer { _ in [.answer(200)] }
    let location = try storage.url("/fox?sig=b").absoluteString
    let server = try LoopbackServer { _ in [.redirect(status, to: location)] }
    try await upload(to: server, headers: ["x-amz-acl": "private", "Content-Language": "de"])
    let request = try #require(storage.requests.first)
    #expect(request.method == "PUT")
    #expect(request.target == "/fox?sig=b")
    #expect(request.body == content)
    #expect(request.headers["content-type"] == "video/mp4")
    #expect(request.headers["content-language"] == "de")
    #expect(request.headers["x-amz-acl"] == nil)
    #expect(server.requests.first?.headers["x-amz-acl"] == "private")
    #expect(storage.requests.count == 1)
  }

  @Test func theSameOriginGetsEveryField() async throws {
    let server = try LoopbackServer.inTurn(
      { _ in [.redirect(307, to: "/other place?sig=b%2Fc")] }, { _ in [.answer()] })
    try await upload(to: server, headers: ["x-amz-acl": "private"])
    #expect(server.requests.last?.target == "/other%20place?sig=b%2Fc")
    #expect(server.requests.last?.headers["x-amz-acl"] == "private")
    #expect(server.requests.last?.body == content)
  }

  @Test(arguments: [300, 301, 302, 303, 304, 305, 399])
  func noOtherRedirectIsFollowed(status: Int) async throws {
    let transport = CannedTransport(
      status: status, headers: ["Location": "https://other.example/b?sig=5ecre7"], body: "")
    try await expectRefusal(over: transport)
    #expect(transport.requests.count == 1)
  }

  @Test(
    arguments: [
      nil, "", "http://other.example/a", "http://127.0.0.1/a", "https://127.0.0.1/a",
      "https://10.0.0.1/a", "https://2130706433/a", "https://[::1]/a", "https://nas.local/a",
      "ftp://other.example/a", "file:///etc/passwd", "data:,a", "https://",
    ] as [String?])
  func nothingIsSentToWhereItMayNotLead(location: String?) async throws {
    var headers: HeaderFields = [:]
    headers["Location"] = location
    let transport = CannedTransport(status: 307, headers: headers, body: "")
    try await expectRefusal(over: transport)
  }

  @Test func whatLeadsOnAndOnEnds() async throws {
    let transport = CannedTransport(
      status: 308, headers: ["Location": "https://other.example/b?sig=5ecre7"], body: "")
    try await expectRefusal(over: transport, count: 6)
  }

  /// The next try begins where the first did: what is redirected today may not be tomorrow.
  @Test func aPlaceThatIsBusyIsLookedForAgain() async throws {
    let storage = try LoopbackServer.inTurn({ _ in [.answer(503)] }, { _ in [.answer()] })
    let location = try storage.url("/fox").absoluteString
    let server = try LoopbackServer { _ in [.redirect(307, to: location)] }
    try await upload(to: server)
    #expect(server.requests.count == 2)
    #expect(storage.requests.map(\.body) == [content, content])
  }

  private func expectRefusal(
    over transport: CannedTransport, count: Int = 1,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let error = try await caught(sourceLocation: sourceLocation) {
      try await Upload(over: transport).put(
        content, to: Sample.url("https://bucket.example/a?sig=5ecre7"))
    }
    #expect(error.code == .redirectRefused, sourceLocation: sourceLocation)
    #expect(!printedText(of: error).contains("5ecre7"), sourceLocation: sourceLocation)
    #expect(transport.requests.count == count, sourceLocation: sourceLocation)
  }

  private func upload(to server: LoopbackServer, headers: HeaderFields = [:]) async throws {
    try await Upload(over: URLSessionTransport.guarded(), clock: VirtualClock()).put(
      content, to: server.url("/put?sig=a"), contentType: "video/mp4", headers: headers)
  }
}
