import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// What becomes of a request whose answer is missing or broken.
@Suite(.serialized, .timeLimit(.minutes(20))) struct TransportFailureTests {
  let transport = TransportUnderTest.guarded()

  @Test func aRefusedConnectionIsKnownNotToHaveArrived() async throws {
    let port = try DeafPort()
    let error = try await caught(TransportError.self) {
      try await transport.exchange(TransportRequest(url: port.url))
    }
    #expect(error.isBeforeConnecting)
    #expect(error.sentBodyBytes == 0)
    #expect(error.message.hasPrefix("The connection failed: "))
  }

  @Test(arguments: TransportUnderTest.breakages, ["GET", "POST"])
  func aBrokenAnswerLeavesOpenWhetherTheRequestArrived(
    breakage: Breakage, method: String
  ) async throws {
    let server = try LoopbackServer { _ in breakage.steps }
    let body = method == "POST" ? Data("{}".utf8) : nil
    let error = try await caught(TransportError.self) {
      try await transport.exchange(
        TransportRequest(method: method, url: server.url(), body: body))
    }
    #expect(!error.isBeforeConnecting)
    if body != nil { #expect(error.sentBodyBytes != 0) }
    #expect(!error.message.isEmpty)
  }

  /// A service that answers when the work is done says nothing until then.
  @Test(arguments: ["GET", "POST"])
  func aRequestMayWaitLongerThanIsUsual(method: String) async throws {
    let server = try LoopbackServer { request in
      request.path == "/never" ? [.stall] : [.wait(.seconds(3)), .answer(200, body: "{}")]
    }
    var request = TransportRequest(method: method, url: try server.url("/never"))
    let impatient = TransportUnderTest.guarded(silence: 1)
    _ = try await caught(TransportError.self) { try await impatient.exchange(request) }
    request.url = try server.url("/late")
    request.timeout = .seconds(120)
    #expect(try await impatient.exchange(request).status == 200)
  }

  /// A connection that is kept open may break just as the next request goes out. Clients tend to send
  /// that request again by themselves, which for a paid one is once too often.
  @Test(arguments: [LoopbackServer.Step.close, .reset])
  func aRequestIsNotSentAgainWhenAKeptConnectionBreaks(step: LoopbackServer.Step) async throws {
    let server = try LoopbackServer { $0.method == "GET" ? [.answer()] : [step] }
    _ = try await transport.exchange(TransportRequest(url: server.url()))
    for body in [Data("{}".utf8), nil] {
      let before = server.requestHeadCount
      let error = try await caught(TransportError.self) {
        try await transport.exchange(
          TransportRequest(method: "POST", url: server.url(), body: body))
      }
      #expect(!error.isBeforeConnecting)
      #expect(server.requestHeadCount == before + 1)
    }
  }
}
