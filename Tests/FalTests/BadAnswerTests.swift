import Fal
import FalSandbox
import FalTestModels
import Foundation
import ServiceTestSupport
import Testing

/// Models that are gone, documents that cannot be had, and answers that are none.
@Suite(.timeLimit(.minutes(20))) struct BadAnswerTests {
  private func fal(_ body: String, status: Int = 200) -> FalClient {
    FalClient(
      apiKey: "a:b", configuration: .once.over(CannedAnswer(status: status, body: body)))
  }

  @Test(
    arguments: [
      (#"{"models": [], "has_more": false, "next_cursor": null}"#, 200, .notFound, "acme/tide"),
      (
        #"{"error": {"type": "not_found", "message": "Endpoint not found"}}"#, 404, .notFound,
        "Endpoint not found"
      ),
      (
        #"{"models": [{"endpoint_id": "acme/tide", "openapi": {"error": {"code": "expansion_failed", "message": "No schema."}}}]}"#,
        200, .malformedResponse, "of acme/tide came without its document: No schema."
      ),
      (#"{"models": [{"metadata": {}}]}"#, 200, .malformedResponse, "endpoint_id"),
      ("<html>", 200, .malformedResponse, "fal"),
      (
        #"{"error": {"type": "rate_limited", "message": "Slow down"}}"#, 429, .rateLimited,
        "Slow down"
      ),
    ] as [(String, Int, MediaError.Code, String)])
  func aModelThatCannotBeHadSaysWhy(
    body: String, status: Int, code: MediaError.Code, message: String
  ) async throws {
    let error = try await caught { try await fal(body, status: status).model("acme/tide") }
    #expect(error.code == code)
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test func aModelThatIsDeprecatedIsMarked() async throws {
    let body =
      #"{"models": [{"endpoint_id": "acme/tide", "metadata": {"status": "deprecated"}}]}"#
    #expect(try await fal(body).model("acme/tide").record.object["x-retired"] == [:])
  }

  @Test func aDocumentOfFiveMegabytesIsRead() async throws {
    let definitions = (0..<21_000).map { index in
      #""D\#(index)": {"type": "object", "description": "\#(String(repeating: "x", count: 200))"}"#
    }
    let members = (0..<1_000).map { ##""p\##($0)": {"$ref": "#/components/schemas/D\##($0)"}"## }
    let body = ##"""
      {"models": [{"endpoint_id": "acme/tide", "openapi": {"openapi": "3.0.4", "paths": {
        "/acme/tide": {"post": {"requestBody": {"content": {"application/json": {"schema":
          {"type": "object", "properties": {\##(members.joined(separator: ","))}}}}}}}},
        "components": {"schemas": {\##(definitions.joined(separator: ","))}}}}]}
      """##
    #expect(body.utf8.count > 5_000_000)
    let schema = try #require(try await fal(body).model("acme/tide").record.inputSchema)
    #expect(schema["$defs"]?.object?.count == 1_000)
  }

  /// Whatever a service answers, it is an error or something, and never the end of the process.
  @Test(arguments: [
    "", "null", "[]", "{}", "7", "<html>502</html>", #"{"items": 7}"#, #"{"prices": [7]}"#,
    #"{"status": 7, "request_id": []}"#, #"{"status": "COMPLETED", "response_url": "::"}"#,
    #"{"status": "COMPLETED", "response_url": "https://evil.example/r"}"#,
    #"{"status": "COMPLETED", "queue_position": 1e999, "metrics": {"inference_time": "x"}, "logs": [7, {"timestamp": 1e99}]}"#,
    #"{"prices": [{"endpoint_id": "a/b", "unit_price": "x", "unit": 1}]}"#,
    #"{"total_cost": "1e999999", "keys": [{"x": "="}, 7]}"#,
    #"{"upload_url": "file:///etc/passwd", "file_url": "x"}"#,
  ])
  func anAnswerOfAnyFormIsSurvived(body: String) async throws {
    let fal = fal(body)
    let job = JobHandle(service: "fal", model: "acme/tide", id: "r1")
    func ignore(_ work: () async throws -> Any) async {
      do { _ = String(describing: try await work()) } catch { #expect(error is MediaError) }
    }
    await ignore { try await fal.report(on: job).logs.map(\.timestamp) }
    await ignore { try await fal.status(of: job) }
    await ignore { try await fal.cancel(job) as Any }
    await ignore { try await fal.unitPrices(of: ["a/b"]) }
    await ignore { try await fal.estimate(1, of: "a/b") }
    await ignore { try await fal.webhookKeys() }
    await ignore { try await fal.model("a/b") }
    await ignore { try await fal.models() }
    await ignore { try await fal.submit(LanternEdit.sample()).job.status() }
    await ignore { try await fal.run(LanternEdit.sample()).job.result() }
    await ignore {
      var records: [FalRequestRecord] = []
      for try await record in fal.requests(to: ["a/b"]) { records.append(record) }
      return records.map { ($0.sentAt, $0.duration, $0.statusCode) }
    }
    let folder = try TemporaryFolder()
    await ignore { try await fal.address(uploading: folder.file("a.png", Data([1]))) }
  }
}
