import Foundation
import TypedMedia
import TypedMediaTesting

extension HedraV3Service {
  func estimate(_ call: HedraV3Call, at now: Duration) throws(HedraV3Refusal) -> JSON {
    let model = try model(call.subject)
    let input = try input(of: call, for: model, at: now)
    guard input["audio"] == nil else {
      throw HedraV3Refusal(
        status: 400, code: .failedPrecondition,
        message: "The price depends on the length of the audio, which is not known yet.")
    }
    return ["model": .string(model.name), "cost": cost(of: model).json, "currency": "USD"]
  }

  func cost(of model: ModelRecord) -> Decimal { costs[model.name] ?? Self.usualCost }

  /// Takes a request, if the model takes it and there is money for it. One that comes with the key of an
  /// earlier one is answered as that was.
  mutating func submit(_ call: HedraV3Call, at now: Duration) throws(HedraV3Refusal) -> JSON {
    let model = try model(call.subject)
    let body = call.request.json
    let key = call.request.headers["Idempotency-Key"] ?? body?["idempotency_key"]?.string
    if let key, let earlier = submissions[key] {
      guard earlier.model == model.name, earlier.body == body else {
        throw HedraV3Refusal(
          status: 409, code: .alreadyExists,
          message: "Idempotency-Key already used with a different request body")
      }
      return earlier.answer
    }
    let input = try input(of: call, for: model, at: now)
    let outputs = input["num_outputs"]?.int ?? 1
    // No record need say how many there may be; so many that there is no room for them are too many.
    guard (1...100).contains(outputs) else {
      throw .invalid([
        .init(code: "value", message: "num_outputs is out of range", field: "input.num_outputs")
      ])
    }
    let cost = cost(of: model)
    guard cost <= balance else {
      throw .insufficientBalance(balance, input["audio"] == nil ? cost : nil)
    }
    let job = SandboxJob(
      id: newID("job"), model: model, input: input, cost: cost, submitted: now,
      webhook: body?["webhook"]?.string ?? webhook.flatMap { $0.isEnabled ? $0.url : nil },
      isOwnWebhook: body?["webhook"]?.string != nil,
      assetIDs: (0..<outputs).map { _ in newID("asset") },
      failure: comingFailures.isEmpty ? nil : comingFailures.removeFirst(),
      failedOutputs: comingOutputFailures)
    comingOutputFailures = 0
    jobs.append(job)
    balance -= cost
    record("usage", -cost, at: now)
    if job.webhook != nil { deliveries.append(SandboxDelivery(of: job)) }
    let answer = job.acceptance(in: self)
    if let key { submissions[key] = (model.name, body, answer) }
    return answer
  }

  /// The inputs of a request, if the model takes them.
  private func input(
    of call: HedraV3Call, for model: ModelRecord, at now: Duration
  ) throws(HedraV3Refusal) -> JSONObject {
    guard let input = call.request.json?["input"]?.object else {
      throw .invalid([.init(code: "required", message: "input is required", field: "input")])
    }
    var details = model.fieldErrors(in: input, unknown: "additionalProperties", invalid: nil)
    details = details.map { detail in
      // An element of a list is at `images[0]` in the service's words.
      let field = (detail.field ?? "").split(separator: ".").map { part in
        part.allSatisfy(\.isNumber) ? "[\(part)]" : ".\(part)"
      }.joined()
      return .init(code: detail.code, message: detail.message, field: "input\(field)")
    }
    if details.isEmpty { details = problems(withMediaOf: .object(input), at: "input", now) }
    guard details.isEmpty else { throw .invalid(details) }
    return input
  }

  /// What is wrong with the media that inputs refer to.
  private func problems(
    withMediaOf value: JSON, at place: String, _ now: Duration
  ) -> [MediaError.FieldError] {
    switch value {
    case .array(let elements):
      return elements.enumerated().flatMap { index, element in
        problems(withMediaOf: element, at: "\(place)[\(index)]", now)
      }
    case .object(let object):
      guard let problem = problem(withMedium: object, now) else {
        return object.flatMap { problems(withMediaOf: $0.value, at: "\(place).\($0.key)", now) }
      }
      return [.init(code: problem.reason, message: "\(place): \(problem.text)", field: place)]
    default: return []
    }
  }

  private func problem(
    withMedium object: JSONObject, _ now: Duration
  ) -> (reason: String, text: String)? {
    switch object["source"]?.string {
    case "url":
      guard let file = files.first(where: { $0.url == object["url"]?.string }) else {
        return ("external", "the url is not one of POST /v3/files.")
      }
      guard now < file.uploaded + Self.uploadLifetime else {
        return ("expired", "the POST /v3/files url expired. Upload the file again.")
      }
    case "asset":
      let id = object["asset_id"]?.string ?? ""
      guard jobs.contains(where: { $0.hasOutput(id, in: self, at: now) }) else {
        return ("not_found", "there is no asset '\(id)'.")
      }
    default: break
    }
    return nil
  }
}
