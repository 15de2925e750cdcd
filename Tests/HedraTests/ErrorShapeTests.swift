import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// The shapes of errors: one that is documented, and some that have been seen.
@Suite(.timeLimit(.minutes(20))) struct ErrorShapeTests {
  /// A body, and what is read of it.
  struct Shape: Sendable {
    let status: Int
    let body: String
    let message: String
    var code: String?
    var fields: [String?] = []
  }

  @Test(arguments: [
    Shape(
      status: 422,
      body: #"""
        {"detail": [{"loc": ["body", "type"], "msg": "is missing", "type": "missing"},
          {"loc": ["body", "generated_video_inputs", "bounding_box_target", 0], "msg": "is 2",
            "type": "less_than_equal", "input": 2, "ctx": {"le": 1}},
          {"loc": ["query", "limit"], "msg": "is no number", "type": "int_parsing"},
          {"loc": ["path", "id"], "msg": "is no UUID", "type": "uuid_parsing"},
          {"loc": [], "msg": "is odd", "type": "odd"}, {}]}
        """#,
      message: """
        type: is missing; generated_video_inputs.bounding_box_target.0: is 2; \
        query.limit: is no number; path.id: is no UUID; is odd; is not valid
        """,
      code: "missing",
      fields: [
        "type", "generated_video_inputs.bounding_box_target.0", "query.limit", "path.id", nil, nil,
      ]),
    Shape(status: 404, body: #"{"detail": "Not found"}"#, message: "Not found"),
    Shape(
      status: 400, body: #"{"message": "unrecognized_arguments: enhance_prompt"}"#,
      message: "unrecognized_arguments: enhance_prompt"),
    Shape(status: 400, body: #"{"messages": ["One", "Two"]}"#, message: "One; Two"),
    Shape(
      status: 400, body: #"{"detail": {"message": "No", "code": "c"}}"#, message: "No", code: "c"),
    Shape(
      status: 402, body: #"{"error": {"type": "INSUFFICIENT_BALANCE", "message": "No"}}"#,
      message: "No", code: "INSUFFICIENT_BALANCE"),
    Shape(status: 403, body: #"{"error": "No"}"#, message: "No"),
    Shape(
      status: 422, body: #"{"detail": []}"#,
      message: "Hedra refused the request without saying why."),
    Shape(
      status: 400, body: "<html>", message: "Hedra refused the request without saying why."),
    Shape(status: 401, body: "{}", message: "Hedra does not know the API key."),
  ])
  func everyShapeIsRead(_ shape: Shape) async throws {
    let service = CannedAnswer(status: shape.status, body: shape.body)
    let error = try #require(
      await #expect(throws: MediaError.self) { try await service.client.voices() })
    #expect(error.message == shape.message)
    #expect(error.serviceCode == shape.code)
    #expect(error.fieldErrors.map(\.field) == shape.fields)
    #expect(error.httpStatus == shape.status)
    #expect(error.response?.body == shape.body)
  }

  @Test(
    arguments: [
      (SandboxFault.unauthorized, MediaError.Code.invalidKey, 401),
      (.insufficientCredits, .insufficientCredits, 402),
      (.error(403, code: "", "No plan"), .forbidden, 403), (.notFound, .notFound, 404),
      (.error(409, code: "", "Again"), .conflict, 409),
      (.error(422, code: "", "No"), .invalidRequest, 422), (.rateLimited(), .rateLimited, 429),
      (.serverError, .serverError, 500), (.garbage, .malformedResponse, 200),
      (.lostAnswer, .interrupted, nil), (.noConnection, .unreachable, nil),
    ] as [(SandboxFault, MediaError.Code, Int?)])
  func aFaultWhileReadingIsItsOwnError(
    fault: SandboxFault, code: MediaError.Code, status: Int?
  ) async throws {
    let sandbox = HedraSandbox.ofFoxes()
    await sandbox.script(fault)
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client(configuration: .once).credits()
    }
    #expect(error?.code == code)
    #expect(error?.httpStatus == status)
    #expect(error?.service == "Hedra")
  }

  @Test func aRefusalOfAFieldSaysWhichAndCostsNothing() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let request = try Sample.request([
      "type": "video", "ai_model_id": .string(Sample.modelID),
      "generated_video_inputs": ["text_prompt": "A fox", "resolution": "8K"],
    ])
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client().submit(request)
    }
    #expect(error?.code == .invalidRequest)
    #expect(error?.fieldErrors.map(\.field) == ["generated_video_inputs.resolution"])
    #expect(await sandbox.credits == 1_000)
  }

  /// Accounts of the newer API are refused.
  @Test func whoeverIsNotAllowedIsToldOfTheOtherAPI() async throws {
    let service = CannedAnswer(status: 403, body: #"{"error": {"message": "Moved."}}"#)
    let error = try #require(
      await #expect(throws: MediaError.self) { try await service.client.voices() })
    #expect(error.code == .forbidden)
    #expect(error.advice?.contains("`HedraV3`") == true)
    #expect(error.description.hasSuffix("is for those."))
  }
}
