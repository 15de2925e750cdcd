import Foundation
import IndoxHub
import ServiceTestSupport
import Testing

/// The shapes that errors are documented in.
@Suite struct ErrorShapeTests {
  /// A body, and what is read of it.
  struct Shape: Sendable {
    let status: Int
    let body: String
    let message: String
    var code: String?
    var fields: [String?] = []
    var requestID: String?
    var retryAfter: Duration?
  }

  @Test(arguments: [
    Shape(
      status: 400,
      body: #"{"error": "bad_request", "message": "No", "status_code": 400, "details": null}"#,
      message: "No", code: "bad_request"),
    Shape(
      status: 401, body: #"{"error": "invalid_token", "message": "Expired", "status_code": 401}"#,
      message: "Expired", code: "invalid_token"),
    Shape(
      status: 402, body: #"{"error": "insufficient_credits", "message": "Top up", "details": {}}"#,
      message: "Top up", code: "insufficient_credits"),
    Shape(
      status: 500, body: #"{"request_id": "r-1", "success": false, "message": "No", "data": ""}"#,
      message: "No", requestID: "r-1"),
    Shape(status: 404, body: #"{"detail": "Job not found"}"#, message: "Job not found"),
    Shape(
      status: 422,
      body: #"""
        {"detail": [{"loc": ["body", "duration"], "msg": "must be an integer", "type": "int_type"},
          {"loc": ["body", "reference_images", 0], "msg": "must be text", "type": "string_type"},
          {"loc": [], "msg": "is odd", "type": "odd"}]}
        """#,
      message:
        "duration: must be an integer; reference_images.0: must be text; is odd",
      code: "int_type", fields: ["duration", "reference_images.0", nil]),
    Shape(
      status: 400,
      body:
        #"{"error": {"message": "No", "type": "invalid_request", "param": "size", "code": "c"}}"#,
      message: "No", code: "c", fields: ["size"]),
    Shape(
      status: 400, body: #"{"error": {"message": "No", "type": "t", "param": null, "code": null}}"#,
      message: "No", code: "t"),
    Shape(
      status: 429,
      body: #"""
        {"success": false, "error": "RateLimitError", "message": "Slow down", "status_code": 429,
          "request_id": "r-2", "details": {"limit_type": "requests", "limit": 10,
            "reset_time": "2026-11-21T10:00:00Z", "retry_after": 30}}
        """#,
      message: "Slow down", code: "RateLimitError", requestID: "r-2", retryAfter: .seconds(30)),
    Shape(
      status: 429, body: #"{"message": "m", "details": {"retry_after": -1}}"#, message: "m"),
    Shape(status: 400, body: #"{"message": "m", "detail": []}"#, message: "m"),
    Shape(
      status: 400, body: #"{"nothing": 1}"#,
      message: "IndoxHub refused the request without saying why."),
    Shape(
      status: 400, body: #"{"detail": []}"#,
      message: "IndoxHub refused the request without saying why."),
    Shape(
      status: 400, body: "<html>", message: "IndoxHub refused the request without saying why."),
  ])
  func everyShapeIsRead(_ shape: Shape) async throws {
    let service = CannedAnswer(status: shape.status, body: shape.body)
    let error = try #require(
      await #expect(throws: MediaError.self) { try await service.client.models() })
    #expect(error.message == shape.message)
    #expect(error.serviceCode == shape.code)
    #expect(error.fieldErrors.map(\.field) == shape.fields)
    #expect(error.requestID == shape.requestID)
    #expect(error.retryAfter == shape.retryAfter)
    #expect(error.response?.body == shape.body)
  }

  @Test func headerFieldsGoBeforeTheBody() async throws {
    let service = CannedAnswer(
      status: 429, headers: ["X-Request-ID": "r-9", "Retry-After": "4"],
      body: #"{"message": "m", "request_id": "r-2", "details": {"retry_after": 30}}"#)
    let error = await #expect(throws: MediaError.self) { try await service.client.models() }
    #expect(error?.requestID == "r-9")
    #expect(error?.retryAfter == .seconds(4))
  }
}
