import Foundation
import Replicate
import ReplicateSandbox
import ReplicateTestModels
import ServiceTestSupport
import Testing

/// The shapes that errors have.
@Suite(.timeLimit(.minutes(20))) struct ErrorShapeTests {
  /// A body, and what is read of it.
  struct Shape: Sendable {
    let status: Int
    let body: String
    let code: MediaError.Code
    let message: String
    var serviceCode: String?
    var fields: [String?] = []
    var retryAfter: Duration?
  }

  @Test(arguments: [
    Shape(
      status: 422,
      body: #"""
        {"detail":"- input: prompt is required\n- input.num_inference_steps: Must be less than or equal to 4\n",
        "status":422,"title":"Input validation failed","invalid_fields":[
        {"type":"required","field":"input","description":"prompt is required"},
        {"type":"number_lte","field":"input.num_inference_steps","description":"Must be less than or equal to 4"}]}
        """#,
      code: .invalidRequest,
      message: """
        - input: prompt is required
        - input.num_inference_steps: Must be less than or equal to 4
        """,
      serviceCode: "required", fields: ["prompt", "num_inference_steps"]),
    Shape(
      status: 422,
      body: #"""
        {"detail":"- input is required\n","status":422,"title":"Input validation failed","invalid_fields":[
        {"type":"required","field":"","description":"input is required"},
        {"type":"additional_property_not_allowed","field":"","description":"Additional property x is not allowed"},
        {"field": 7}]}
        """#,
      code: .invalidRequest, message: "- input is required", serviceCode: "required",
      fields: ["input", nil, nil]),
    Shape(
      status: 422,
      body: #"""
        {"title":"Invalid version or not permitted","detail":"The specified version does not exist (or perhaps you don't have permission to use it?)","status":422}
        """#,
      code: .invalidRequest,
      message:
        "The specified version does not exist (or perhaps you don't have permission to use it?)"),
    Shape(
      status: 402, body: #"{"title":"Insufficient credit","detail":"Go to billing.","status":402}"#,
      code: .insufficientCredits, message: "Go to billing."),
    Shape(
      status: 429,
      body: #"""
        {"detail":"Request was throttled. Your rate limit resets in ~7s.","status":429,"retry_after":8}
        """#,
      code: .rateLimited, message: "Request was throttled. Your rate limit resets in ~7s.",
      retryAfter: .seconds(8)),
    Shape(
      status: 429,
      body: #"{"detail":"Request was throttled. Your rate limit resets in ~30s."}"#,
      code: .rateLimited, message: "Request was throttled. Your rate limit resets in ~30s.",
      retryAfter: .seconds(30)),
    Shape(
      status: 401, body: #"{"title":"Unauthenticated","status":401}"#, code: .invalidKey,
      message: "Unauthenticated"),
    Shape(
      status: 404, body: #"{"detail":"Not found"}"#, code: .notFound, message: "Not found"),
  ])
  func everyShapeIsRead(shape: Shape) async throws {
    let error = try await mediaError {
      try await CannedAnswer(status: shape.status, body: shape.body).client.submit(Sample.request)
    }
    #expect(error.code == shape.code)
    #expect(error.message == shape.message)
    #expect(error.serviceCode == shape.serviceCode)
    #expect(error.fieldErrors.map(\.field) == shape.fields)
    #expect(error.retryAfter == shape.retryAfter)
    #expect(error.httpStatus == shape.status && error.service == "Replicate")
  }

  @Test func whatTheServiceFailsAtLeavesTheOutcomeOpen() async throws {
    let body = #"{"detail":"Internal server error"}"#
    let error = try await mediaError {
      try await CannedAnswer(status: 500, body: body).client.submit(Sample.request)
    }
    #expect(error.code == .outcomeUnknown)
    #expect(error.message.hasPrefix("Internal server error."))
    let reading = try await mediaError {
      try await CannedAnswer(status: 500, body: body).client.prediction("p1")
    }
    #expect(reading.code == .serverError)
  }

  @Test func aFieldThatTheSnapshotAllowsIsBlamedOnIt() async throws {
    let body = #"""
      {"detail":"- input.scheduler: is gone","status":422,"invalid_fields":[
      {"type":"enum","field":"input.scheduler","description":"is gone"}]}
      """#
    let error = try await mediaError {
      try await CannedAnswer(status: 422, body: body).client.submit(Sample.request)
    }
    #expect(error.advice?.contains("swift package update-schemas replicate") == true)
  }

  @Test func theSandboxRefusesAsTheServiceDoes() async throws {
    let sandbox = ReplicateSandbox.ofSamples()
    func refusal(_ body: JSON) async throws -> JSON? {
      let url = try #require(
        URL(string: "https://api.replicate.com/v1/models/acme/dusk/predictions"))
      let response = try await sandbox.send(
        TransportRequest(
          method: "POST", url: url,
          headers: ["Authorization": "Bearer \(ReplicateSandbox.apiKey)"], body: body.data()))
      #expect(response.status == 422)
      var data = Data()
      for try await piece in response.body { data += piece }
      return try JSON(parsing: data)
    }
    #expect(
      try await refusal(["input": ["steps": 9, "odd": 1]])?["invalid_fields"] == [
        ["type": "required", "field": "input", "description": "prompt is required"],
        [
          "type": "additional_property_not_allowed", "field": "input",
          "description": "Additional property odd is not allowed",
        ],
        [
          "type": "number_lte", "field": "input.steps",
          "description": "/steps is 9; allowed: at most 4",
        ],
      ])
    #expect(try await refusal([:])?["detail"] == "- input is required\n")
  }

  @Test func aBusyServiceIsWaitedFor() async throws {
    let clock = VirtualClock()
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: clock)
    await sandbox.script(.rateLimited(headers: ["Retry-After": "7"]), for: .createFromModel)
    let start = clock.now
    _ = try await sandbox.client().submit(Sample.request)
    #expect(start.duration(to: clock.now) >= .seconds(7))
    await sandbox.script(.insufficientCredits)
    let error = try await mediaError { try await sandbox.client().submit(Sample.request) }
    #expect(error.code == .insufficientCredits)
    let other = try await mediaError {
      try await sandbox.client(apiKey: "r8_other").submit(Sample.request)
    }
    #expect(other.code == .invalidKey)
  }
}
