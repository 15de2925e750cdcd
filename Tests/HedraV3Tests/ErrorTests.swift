import Foundation
import HedraV3
import HedraV3Sandbox
import ServiceTestSupport
import Testing

/// What the service says when something goes wrong.
@Suite(.timeLimit(.minutes(20))) struct ErrorTests {
  private func error(
    _ status: Int, _ body: JSON, headers: HeaderFields = [:]
  ) async throws -> MediaError {
    try await mediaError {
      try await CannedAnswer(status: status, headers: headers, body: body.text()).client
        .submit(Sample.request())
    }
  }

  @Test(arguments: [
    (400, "INVALID_ARGUMENT", MediaError.Code.invalidRequest),
    (400, "FAILED_PRECONDITION", .invalidRequest), (401, "UNAUTHORIZED", .invalidKey),
    (402, "INSUFFICIENT_BALANCE", .insufficientCredits), (403, "PERMISSION_DENIED", .forbidden),
    (404, "NOT_FOUND", .notFound), (409, "ALREADY_EXISTS", .outcomeUnknown),
    (409, "ALREADY_IN_PROGRESS", .outcomeUnknown), (410, "GONE", .invalidRequest),
    (422, "MODERATION_FAILED", .invalidRequest), (429, "RESOURCE_EXHAUSTED", .rateLimited),
    (500, "INTERNAL", .outcomeUnknown), (500, "UNKNOWN", .outcomeUnknown),
    (503, "UNAVAILABLE", .outcomeUnknown), (504, "DEADLINE_EXCEEDED", .outcomeUnknown),
    (499, "CANCELLED", .outcomeUnknown), (418, "TEAPOT", .outcomeUnknown),
  ])
  func eachCodeIsAnErrorOfItsStatus(
    status: Int, word: String, code: MediaError.Code
  ) async throws {
    let body: JSON = [
      "error": ["code": .string(word), "message": "It did not go well.", "retryable": false],
      "trace_id": "0af7651916cd43dd8448eb211c80319c",
    ]
    let error = try await error(status, body)
    #expect(error.code == code)
    #expect(error.serviceCode == word)
    #expect(error.httpStatus == status)
    #expect(error.message.hasPrefix("It did not go well."))
    #expect(error.requestID == "0af7651916cd43dd8448eb211c80319c")
    #expect(error.hedraV3Failure?.code?.rawValue == word)
    #expect(error.hedraV3Failure?.isRetryable == false)
  }

  @Test func theTraceIsInTheHeaderToo() async throws {
    let error = try await error(500, ["no": "envelope"], headers: ["X-Trace-Id": "abc"])
    #expect(error.requestID == "abc")
    #expect(error.hedraV3Failure == nil)
  }

  @Test func everyInputThatIsWrongIsNamedAtOnce() async throws {
    let error = try await error(
      400,
      [
        "error": [
          "code": "INVALID_ARGUMENT", "message": "2 input fields are invalid; see details.",
          "param": "input.aspect_ratio",
          "details": [
            [
              "field": "input.aspect_ratio", "message": "input.aspect_ratio: is not one of them",
              "reason": "enum", "allowed": ["16:9", "1:1"],
            ],
            ["field": "input.images[0].url", "message": "is gone", "reason": "expired"], "odd",
          ],
        ]
      ])
    #expect(error.fieldErrors.map(\.field) == ["aspect_ratio", "images.0.url"])
    #expect(error.fieldErrors.map(\.code) == ["enum", "expired"])
    #expect(
      error.message == """
        2 input fields are invalid; see details. input.aspect_ratio: is not one of them \
        input.images[0].url: is gone
        """)
    let failure = try #require(error.hedraV3Failure)
    #expect(failure.parameter == "input.aspect_ratio")
    #expect(failure.details.map(\.place) == ["/aspect_ratio", "/images/0/url"])
    #expect(failure.details.first?.allowed == ["16:9", "1:1"])
  }

  @Test func aModelThatIsGoneNamesItsSuccessor() async throws {
    let error = try await error(
      410,
      [
        "error": [
          "code": "GONE", "message": "Model 'fox' was retired.", "replaced_by": "fox-2",
        ]
      ])
    #expect(error.message == "Model 'fox' was retired. It was replaced by fox-2.")
    #expect(error.hedraV3Failure?.replacement == "fox-2")
  }

  @Test func aLimitSaysWhenItEnds() async throws {
    let body: JSON = [
      "error": [
        "code": "RESOURCE_EXHAUSTED", "message": "Too many.", "retryable": true, "retry_after": 30,
      ]
    ]
    let bare = try await error(429, body)
    #expect(bare.retryAfter == .seconds(30))
    #expect(bare.hedraV3Failure?.retryDelay == .seconds(30))
    let whole = try await error(
      429, body,
      headers: [
        "Retry-After": "20", "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "\(Int(Date.now.timeIntervalSince1970) + 20)",
      ])
    #expect(whole.retryAfter == .seconds(20))
    #expect(whole.rateLimit?.limit == 60 && whole.rateLimit?.remaining == 0)
    #expect(whole.rateLimit?.reset != nil)
  }

  @Test func anAbsurdDelayIsNone() async throws {
    for delay: JSON in [-1, 1e300, "soon"] {
      let error = try await error(
        429, ["error": ["code": "X", "message": "m", "retry_after": delay]])
      #expect(error.retryAfter == nil)
    }
  }

  @Test func theKeyIsSentByItsScheme() async throws {
    let sandbox = HedraV3Sandbox(apiKey: "token", models: Sample.models, clock: VirtualClock())
    _ = try await sandbox.client(apiKey: "token").balance()
    #expect(await sandbox.receivedRequests.first?.headers["Authorization"] == "Bearer token")
    let error = try await mediaError { try await sandbox.client(apiKey: "a:b").balance() }
    #expect(error.code == .invalidKey)
    #expect(error.serviceCode == "UNAUTHORIZED")
  }

  @Test func theKeyIsPrintedNowhere() async throws {
    let client = CannedAnswer(body: "{}").client
    for value in [client, client.connection, client.job(id: "j")] as [Any] {
      #expect(!printedText(of: value).contains(HedraV3Sandbox.apiKey))
    }
    for (status, body) in [(400, #"{"error": {"code": "KEY", "message": "KEY"}}"#), (200, "KEY")] {
      let body = body.replacing("KEY", with: HedraV3Sandbox.apiKey)
      let error = try await mediaError {
        try await CannedAnswer(
          status: status, headers: ["X-Trace-Id": HedraV3Sandbox.apiKey], body: body
        ).client.submit(Sample.request())
      }
      #expect(!printedText(of: error).contains(HedraV3Sandbox.apiKey))
    }
  }
}
