import Fal
import FalSandbox
import FalTestModels
import Foundation
import ServiceTestSupport
import Testing

/// Models, prices, files and webhooks.
struct PlatformTests {
  private let bench = Bench()

  @Test func modelsAreListedAndLookedUpWithoutAKey() async throws {
    let fal = bench.sandbox.client(apiKey: APIKey("wrong"))
    let models = try await fal.models()
    #expect(models.map(\.name) == OwnModels.all.map { $0.model.name })
    let model = try await fal.model("fal-ai/lantern/edit")
    let known = LanternEdit.model
    #expect(model.inputSchema?["properties"] == known.inputSchema?["properties"])
    #expect(model.outputSchema?["$defs"] == known.outputSchema?["$defs"])
    let headers = await bench.sandbox.receivedRequests.map(\.endpoint)
    #expect(headers == [.models, .models])
  }

  /// Whatever a client asks for, the sandbox goes on.
  @Test(arguments: [
    ("cursor=1&limit=9223372036854775807", 200), ("cursor=9223372036854775807", 200),
    ("cursor=9223372036854775807&limit=9223372036854775807", 200), ("cursor=-1", 400),
    ("cursor=-9223372036854775808&limit=1", 400), ("limit=0", 400), ("limit=-5", 400),
    ("cursor=9223372036854775808", 400), ("cursor=Mg%3D%3D", 400), ("limit=1e9", 400),
  ])
  func aPageThatThereCannotBeIsEmptyOrRefused(query: String, status: Int) async throws {
    let url = try #require(URL(string: "https://api.fal.ai/v1/models?\(query)"))
    let answer = try await bench.sandbox.send(TransportRequest(method: "GET", url: url))
    #expect(answer.status == status)
  }

  @Test func aDocumentBecomesAStandardSchema() throws {
    let document = try JSON(
      parsing: Data(
        #"""
        {"endpoint_id": "acme/aurora", "metadata": {"display_name": "Aurora", "category": "text-to-video",
          "license_type": "commercial"},
         "openapi": {"openapi": "3.0.4", "paths": {
          "/acme/aurora": {"post": {"requestBody": {"content": {"application/json":
            {"schema": {"$ref": "#/components/schemas/AuroraInput"}}}}}},
          "/acme/aurora/requests/{request_id}": {"get": {"responses": {"200": {"content":
            {"application/json": {"schema": {"$ref": "#/components/schemas/AuroraOutput"}}}}}}}},
         "components": {"schemas": {
          "AuroraInput": {"title": "Aurora", "type": "object", "description": "Prose.",
            "x-fal-order-properties": ["prompt", "image_url", "clip", "size"],
            "required": ["prompt"],
            "properties": {
              "size": {"$ref": "#/components/schemas/Size"},
              "clip": {"type": "string", "x-fal-file-input": true, "x-fal": {"max_file_size": 99}},
              "image_url": {"anyOf": [{"type": "string"}, {"type": "null"}], "examples": ["x"]},
              "prompt": {"type": "string", "description": "What to make."}}},
          "Size": {"type": "object", "properties": {"width": {"type": "integer"}}},
          "AuroraOutput": {"type": "object", "properties": {"video": {"$ref": "#/components/schemas/File"}}},
          "File": {"type": "object", "properties": {"url": {"type": "string"}}},
          "Unused": {"type": "object"}}}}}
        """#.utf8))
    let record = try #require(FalClient.catalog.records(document).first)
    #expect(record.name == "acme/aurora" && record.label == "Aurora" && record.kind == "video")
    let input = try #require(record.inputSchema)
    #expect(input["properties"]?.object?.keys == ["prompt", "image_url", "clip", "size"])
    #expect(input["properties"]?["prompt"] == ["type": "string"])
    #expect(
      input["properties"]?["clip"]
        == ["type": "string", "format": "uri", "x-media": "file", "x-media-max-bytes": 99])
    #expect(
      input["properties"]?["image_url"]?["anyOf"]?.array?.first
        == ["type": "string", "format": "uri", "x-media": "image"])
    #expect(input["properties"]?["size"] == ["$ref": "#/$defs/Size"])
    #expect(input["$defs"]?.object?.keys == ["Size"])
    #expect(record.outputSchema?["$defs"]?.object?.keys == ["File"])
    #expect(input["description"] == nil && input["title"] == nil)
  }

  @Test func pricesArePerUnit() async throws {
    let prices = try await bench.fal.unitPrices(of: ["fal-ai/lantern/edit", "acme/unknown"])
    #expect(prices.map(\.model) == ["fal-ai/lantern/edit"])
    #expect(prices.first?.unit == "image" && prices.first?.currency == "USD")
    let cost = try await bench.fal.estimate(8, of: "fal-ai/lantern/edit")
    #expect(cost == Cost(Decimal(string: "0.4") ?? 0, "USD"))
  }

  @Test(arguments: [10, 21_000_000, 95_000_000])
  func aFileIsHandedOverWholeOrInParts(size: Int) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).png")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(count: size).write(to: file)
    let request = LanternEdit(prompt: "At night", imageURLs: [file])
    #expect(request.violations().isEmpty)
    _ = try await bench.fal.submit(request)
    let endpoints = await bench.sandbox.receivedRequests.compactMap(\.endpoint)
    if size <= 90_000_000 {
      #expect(endpoints == [.initiateUpload, .uploadFile, .submit])
    } else {
      #expect(
        endpoints
          == [.initiateParts] + Array(repeating: .uploadPart, count: 10) + [
            .completeParts, .submit,
          ])
    }
    let sent = try #require(await bench.sandbox.receivedRequests.last?.body)
    let address = try #require(sent["image_urls"]?[0]?.string.flatMap { URL(string: $0) })
    #expect(address.host == "v3.fal.media" && address.query == nil)
    let stored = try await bench.sandbox.send(TransportRequest(method: "GET", url: address))
    var count = 0
    for try await piece in stored.body { count += piece.count }
    #expect(count == size)
  }

  @Test func aWebhookTellsHowAJobEnded() async throws {
    let received = Received()
    let bench = Bench(webhooks: received)
    let hook = try #require(URL(string: "https://example.com/hook"))
    await bench.sandbox.failNextRequests()
    let failed = try await bench.fal.submit(
      LanternEdit.sample(), options: FalOptions(webhookURL: hook))
    await bench.sandbox.finishWebhooks()
    let made = try await bench.fal.submit(
      LanternEdit.sample(), options: FalOptions(webhookURL: hook))
    await bench.sandbox.finishWebhooks()
    let posts = await received.posts
    #expect(posts.count == 2)
    let first = try FalWebhook(parsing: posts[0].body)
    #expect(first.requestID == failed.job.id && first.failure != nil && first.result == nil)
    let second = try FalWebhook(parsing: posts[1].body)
    #expect(second.requestID == made.job.id && second.result?.files.count == 1)
    let keys = try await bench.fal.webhookKeys()
    #expect(keys == [Data(count: 32)])
    // The sandbox signs what its closure is given, which is what the check makes of the header fields.
    let check = FalWebhookSignature(
      publicKeys: keys,
      verifier: Ed25519Verifier { signature, _, _ in signature == Data(count: 64) })
    #expect(check.isValid(headers: posts[0].headers, body: posts[0].body))
    #expect(!check.isValid(headers: [:], body: posts[0].body))
    #expect(throws: MediaError.self) { try FalWebhook(parsing: Data("[]".utf8)) }
  }

  /// Made by Python's `cryptography`, with the private key of 32 bytes 0x01.
  @Test func aSignatureCoversTheFieldsAndTheBody() throws {
    let body = Data(#"{"request_id": "r-1", "status": "OK"}"#.utf8)
    let headers: HeaderFields = [
      "X-Fal-Webhook-Request-Id": "r-1", "X-Fal-Webhook-User-Id": "u-1",
      "X-Fal-Webhook-Timestamp": "1764500000", "X-Fal-Webhook-Signature": SignatureSample.signature,
    ]
    let key = try #require(Data(base64Encoded: SignatureSample.publicKey))
    let check = FalWebhookSignature(
      publicKeys: [Data(count: 32), key],
      verifier: Ed25519Verifier { signature, message, publicKey in
        publicKey == key && message == SignatureSample.message && signature.count == 64
      })
    let now = Date(timeIntervalSince1970: 1_764_500_200)
    #expect(check.isValid(headers: headers, body: body, at: now))
    #expect(!check.isValid(headers: headers, body: body + Data([32]), at: now))
    #expect(!check.isValid(headers: headers, body: body, at: now.addingTimeInterval(200)))
    #if canImport(CryptoKit)
      let system = FalWebhookSignature(publicKeys: [key], verifier: .system)
      #expect(system.isValid(headers: headers, body: body, at: now))
      #expect(!system.isValid(headers: headers, body: body + Data([32]), at: now))
    #endif
    for time in ["9223372036854775807", "-9223372036854775808", "99999999999999999999", "1e9", ""] {
      var forged = headers
      forged["X-Fal-Webhook-Timestamp"] = time
      #expect(!check.isValid(headers: forged, body: body, at: now))
    }
    for field in ["Request-Id", "User-Id", "Timestamp", "Signature"] {
      var forged = headers
      forged["X-Fal-Webhook-\(field)"] = nil
      #expect(!check.isValid(headers: forged, body: body, at: now))
    }
  }

  private actor Received: Transport {
    private(set) var posts: [(headers: HeaderFields, body: Data)] = []
    func send(_ request: TransportRequest) -> TransportResponse {
      posts.append((request.headers, request.body ?? Data()))
      return TransportResponse(status: 200)
    }
  }
}
