import Foundation
import Hoox
import HooxSandbox
import ServiceTestSupport
import Testing

/// The calls that the service's documents print, against the sandbox.
@Suite(
  .enabled(
    if: Documents.contain("example-calls.md", "hoox.md"),
    "example-calls.md and hoox.md are not beside the repository"))
struct ExampleTests {
  private let clock = VirtualClock()
  private let sandbox: HooxSandbox
  private let service: RawService

  init() {
    sandbox = HooxSandbox(clock: clock)
    service = RawService(
      sandbox, at: HooxClient.defaultURL,
      headers: ["Authorization": "Bearer \(HooxSandbox.apiKey)"])
  }

  private func call(_ path: String) throws -> PrintedCall {
    try #require(
      try Documents.printedCalls(in: "example-calls.md", below: "## Hoox").first {
        $0.path.hasPrefix(path)
      })
  }

  private func printed(_ heading: String, _ member: String) throws -> JSON {
    try #require(
      try Documents.printedJSON(in: "hoox.md", below: heading).last { $0[member] != nil })
  }

  @Test func aStartIsAnsweredAsPrinted() async throws {
    let call = try call("/asset/start")
    let answer = try await service.send(call.method, call.path, call.body)
    #expect(answer.status == 201)
    #expect(
      PrintedAnswer(try #require(call.answer), determined: ["status", "count"])
        .differences(of: answer.json) == [])
    #expect(answer.json["asset_ids"]?.array?.count == 1)
    let same = try printed("## 7.", "asset_ids")
    #expect(PrintedAnswer(same, determined: ["status"]).differences(of: answer.json) == [])
  }

  @Test func modelsAreListedAsPrinted() async throws {
    let call = try call("/asset/models?")
    var printed = try #require(call.answer?.object)
    let answer = try await service.send(call.method, call.path).json
    // The printed list has one model of many.
    let name = printed["models"]?[0]?["name"]
    let model = try #require(answer["models"]?.array?.first { $0["name"] == name })
    var object = try #require(answer.object)
    object["models"] = [model]
    printed["count"] = nil
    #expect(
      PrintedAnswer(
        .object(printed),
        determined: [
          "type", "provider", "models[].name", "models[].label", "models[].has_audio",
          "models[].capabilities.supported_aspect_ratios",
          "models[].capabilities.supported_durations",
        ]
      ).differences(of: .object(object)) == [])
    #expect(answer["count"]?.int == answer["models"]?.array?.count)
    // What all have in common is at the root alone; unfiltered, it is in each.
    #expect(model["type"] == nil && model["provider"] == nil)
    let all = try await service.send("GET", "/asset/models").json
    #expect(all["type"] == nil && all["provider"] == nil)
    #expect(
      all["models"]?.array?.allSatisfy { $0["type"] != nil && $0["provider"] != nil } == true)
    let one = try await service.send("GET", "/asset/models/\(name?.string ?? "")").json
    #expect(one["input_schema"] != nil && one["label"] == model["label"])
  }

  @Test func aPriceIsAnsweredAsPrinted() async throws {
    let request = try #require(
      try Documents.printedJSON(in: "hoox.md", below: "## 6.").first { $0["total_cost"] == nil })
    let answer = try await service.send("POST", "/asset/pricing", request).json
    #expect(
      PrintedAnswer(
        try printed("## 6.", "total_cost"),
        determined: ["model", "currency", "generation_count"]
      ).differences(of: answer) == [])
    #expect(
      answer["total_cost"]?.decimal == answer["cost_per_generation"]?.decimal.map { $0 * 2 })
  }

  @Test func aStatusIsAnsweredAsPrinted() async throws {
    let examples = try Documents.printedJSON(in: "hoox.md", below: "## 8.")
    let generating = try #require(examples.first { $0["status"] == "generating" })
    let completed = try #require(examples.first { $0["status"] == "completed" })
    let start = try call("/asset/start")
    let accepted = try await service.send(start.method, start.path, start.body).json
    let path = "/asset/status/\(accepted["asset_ids"]?[0]?.string ?? "")"
    clock.advance(by: .seconds(2))
    let parameters = ["model", "prompt", "aspect_ratio", "resolution", "duration"]
    #expect(
      PrintedAnswer(
        generating,
        determined: Set(parameters.map { "generation_params.\($0)" }).union(["status", "type"])
      ).differences(of: try await service.send("GET", path).json) == [])
    clock.advance(by: .seconds(60))
    // The printed length is a text there, and a number in the newer documentation.
    var printed = try #require(completed.object)
    var members = try #require(printed["generation_params"]?.object)
    members["duration"] = nil
    printed["generation_params"] = .object(members)
    let answer = try await service.send("GET", path).json
    #expect(
      PrintedAnswer(.object(printed), determined: ["status", "type"]).differences(of: answer)
        == [])
  }

  @Test func aFolderIsAnsweredAsPrinted() async throws {
    let folder = try printed("## 10.", "parent_folder_id")
    let made = try await service.send(
      "POST", "/folder/create", ["name": folder["name"] ?? .null]
    ).json
    #expect(
      PrintedAnswer(folder, determined: ["name", "type", "parent_folder_id"])
        .differences(of: made) == [])
    let list = try await service.send("GET", "/folder/list?type=assets").json
    #expect(PrintedAnswer(["folders": [folder]]).differences(of: list) == [])
  }

  /// What the documents say is refused, in the shape of errors that they print.
  @Test(
    arguments: [
      ["model": "kling-pro", "end_image": ["url": "https://a.b/c.png"]],
      [
        "model": "kling-standard",
        "references": [["url": "https://a.b/c.png", "asset_id": "662f8c1d3a4b5e6f70123456"]],
      ],
      ["model": "veo-3.1", "duration": 7],
    ] as [JSON])
  func aRefusalIsAnsweredAsPrinted(members: JSON) async throws {
    var body: JSONObject = ["type": "video", "prompt": "p"]
    for (name, value) in members.object ?? [:] { body[name] = value }
    let answer = try await service.send("POST", "/asset/start", .object(body))
    #expect(answer.status == 400)
    let printed = try #require(
      try Documents.printedJSON(in: "hoox.md", below: "## 3.").first {
        $0["details"]?[0]?["field"] != nil
      })
    #expect(PrintedAnswer(printed).differences(of: answer.json) == [])
  }

  @Test func aWrongKeyIsAnsweredAsPrinted() async throws {
    let printed = try #require(
      try Documents.printedJSON(in: "hoox.md", below: "## 3.").first {
        $0["error"] == "Invalid API key"
      })
    let answer = try await service.send(
      "GET", "/asset/models", headers: ["Authorization": "Bearer hx_live_0"])
    #expect(answer.status == 401)
    #expect(
      PrintedAnswer(printed, determined: ["error", "details[].code"])
        .differences(of: answer.json) == [])
  }
}
