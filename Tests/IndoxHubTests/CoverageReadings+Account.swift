import Foundation
import IndoxHub
import ServiceTestSupport

extension CoverageReadings {
  mutating func readModelsAndUsage() async throws {
    let record: JSON = [
      "modelName": "a/b", "name": "n", "id": "i", "provider": "a", "pricing": ["x": 1],
      "specs": ["y": 2], "capabilities": ["z"], "metadata": ["w": 3], "is_disabled": false,
      "byok": true,
    ]
    let model = try await CannedAnswer(body: record.text()).client.model("a/b")
    let values: [(String, String, JSON?)] = [
      ("modelName", "name", model.name.json), ("name", "label", model.label?.json),
      ("id", "displayID", model.displayID?.json), ("provider", "provider", model.provider?.json),
      ("pricing", "pricing", model.pricing), ("specs", "specifications", model.specifications),
      ("capabilities", "capabilities", model.capabilities),
      ("metadata", "metadata", model.metadata),
      ("is_disabled", "isDisabled", model.isDisabled?.json),
      ("byok", "takesOwnKey", model.takesOwnKey?.json),
    ]
    for (field, name, value) in values {
      add(
        "GET models/{provider_id}/{model_id}", field, "IndoxHubModel.\(name)", value, of: record)
    }
    let figures: JSON = [
      "total_requests": 1, "total_cost": 0.2, "remaining_credits": 3.5, "total_tokens": 4,
      "endpoints": ["a": 1], "providers": ["b": 1], "models": ["c": 1], "daily_usage": [["d": 1]],
    ]
    let usage = try await CannedAnswer(body: figures.text()).client.usage()
    let used: [(String, String, JSON?)] = [
      ("total_requests", "totalRequests", usage.totalRequests?.json),
      ("total_cost", "totalCost", usage.totalCost?.json),
      ("remaining_credits", "remainingCredits", usage.remainingCredits?.json),
      ("total_tokens", "totalTokens", usage.totalTokens?.json),
      ("endpoints", "endpoints", usage.endpoints), ("providers", "providers", usage.providers),
      ("models", "models", usage.models), ("daily_usage", "dailyUsage", usage.dailyUsage),
    ]
    for (field, name, value) in used {
      add("GET user/usage", field, "IndoxHubAccountUsage.\(name)", value, of: figures)
    }
  }

  mutating func readErrors() async throws {
    let call = "any call that is refused"
    var (error, answer) = try await refusal([
      "success": false, "error": "RateLimitError", "message": "m", "status_code": 429,
      "request_id": "r",
      "details": ["limit_type": "t", "limit": 10, "reset_time": "x", "retry_after": 30],
    ])
    add(call, "error", "MediaError.serviceCode", error.serviceCode, of: answer)
    add(call, "message", "MediaError.message", error.message, of: answer)
    add(call, "request_id", "MediaError.requestID", error.requestID, of: answer)
    add(
      call, "details.retry_after", "MediaError.retryAfter",
      error.retryAfter.map { Int($0.components.seconds) }, of: answer)
    for field in [
      "status_code", "success", "details.limit_type", "details.limit", "details.reset_time",
    ] {
      add(
        call, field, "MediaError.response", error.response?.body, of: answer,
        expecting: answer.text().json)
    }
    (error, answer) = try await refusal(["detail": "d"])
    add(call, "detail", "MediaError.message", error.message, of: answer)
    (error, answer) = try await refusal(["detail": [["loc": ["size"], "msg": "m", "type": "t"]]])
    add(
      call, "detail[0].loc", "MediaError.fieldErrors",
      error.fieldErrors.compactMap(\.field), of: answer)
    add(
      call, "detail[0].msg", "MediaError.fieldErrors", error.fieldErrors.first?.message, of: answer)
    add(call, "detail[0].type", "MediaError.fieldErrors", error.fieldErrors.first?.code, of: answer)
    (error, answer) = try await refusal([
      "error": ["message": "m", "type": "t", "param": "p", "code": "c"]
    ])
    add(call, "error.message", "MediaError.message", error.message, of: answer)
    add(call, "error.param", "MediaError.fieldErrors", error.fieldErrors.first?.field, of: answer)
    add(call, "error.code", "MediaError.serviceCode", error.serviceCode, of: answer)
    (error, answer) = try await refusal(["error": ["message": "m", "type": "t"]])
    add(call, "error.type", "MediaError.serviceCode", error.serviceCode, of: answer)
  }

  func refusal(_ answer: JSON) async throws -> (MediaError, JSON) {
    let service = CannedAnswer(status: 400, body: answer.text())
    do { _ = try await service.client.usage() } catch let error as MediaError {
      return (error, answer)
    }
    throw CocoaError(.featureUnsupported)
  }
}
