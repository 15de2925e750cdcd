import Foundation
import HedraV3
import HedraV3Sandbox
import HedraV3TestModels
import ServiceTestSupport
import Testing

/// The models that the service offers, and the schemas of requests to them.
@Suite(.timeLimit(.minutes(20))) struct ModelTests {
  let sandbox = HedraV3Sandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())

  @Test func modelsAreListedAndLookedUp() async throws {
    let hedra = sandbox.client()
    let models = try await hedra.models()
    #expect(models.map(\.id).sorted() == OwnModels.all.map { $0.model.name }.sorted())
    #expect(models.allSatisfy { $0.inputSchema == nil })
    let voices = try await hedra.models(of: .audio)
    #expect(voices.map(\.id) == ["wren"])
    #expect(voices.allSatisfy { $0.modality == .audio && $0.priceDescription != nil })
    let record = try await hedra.model("lark")
    #expect(record.name == "Lark" && record.modality == .video)
    #expect(record.inputSchema == Lark.model.inputSchema)
    #expect(record.outputSchema != nil)
    let request = try RawRequest(
      [
        "prompt": "A fox", "aspect_ratio": "16:9", "resolution": "720p", "quality": "fast",
      ], to: record.record)
    _ = try await hedra.submit(request).job.result()
    #expect(try await hedra.openAPI(of: "lark")["openapi"] == "3.1.0")
    #expect(try await mediaError { try await hedra.model("lark-0") }.code == .notFound)
  }

  /// What is said of models needs no key, so that snapshots can be made without one.
  @Test func modelsNeedNoKey() async throws {
    let hedra = sandbox.client(apiKey: "")
    #expect(try await hedra.models().count == OwnModels.all.count)
    _ = try await hedra.model("lark")
    _ = try await hedra.openAPI(of: "lark")
    _ = try await hedra.webhookPublicKey()
    #expect(await sandbox.receivedRequests.allSatisfy { $0.headers["Authorization"] == nil })
    #expect(try await mediaError { try await hedra.balance() }.code == .invalidKey)
    #expect(await sandbox.receivedRequests.count == 4)
  }

  @Test func aSavedListIsReadAsTheServicesIs() throws {
    let saved: JSON = [
      "data": [["id": "fox", "modality": "video", "name": "Fox"]], "next_cursor": nil,
    ]
    let records = try HedraV3Client.catalog.savedRecords(in: saved)
    #expect(records.map(\.name) == ["fox"])
    #expect(HedraV3Client.catalog.takesRequests(records[0]))
    let chat = try ModelRecord.hedraV3(["id": "chat", "modality": "text"])
    #expect(!HedraV3Client.catalog.takesRequests(chat))
  }

  @Test func voicesAreListedAndSearched() async throws {
    let hedra = sandbox.client()
    let voices = try await hedra.voices(of: "wren")
    #expect(voices.map(\.name) == ["Calm Ada", "Bright Ben", "Calm Clara"])
    #expect(voices.first?.labels == ["gender": "female", "language": "en"])
    #expect(voices.first?.previewURL != nil)
    let found = try await hedra.searchVoices(
      of: "wren", for: "a calm voice", gender: "female", language: "en", limit: 5)
    #expect(found.map(\.name) == ["Calm Ada"])
    let request = Wren(text: "Hello", voiceID: found[0].id)
    let output = try await hedra.submit(request).job.result().outputs.first
    #expect(output?.contentType == "audio/wav" && output?.duration == .seconds(1))
    #expect(output?.width == nil)
  }

  @Test func aRecordOfTheServiceIsReadAsASnapshotIs() throws {
    let record = try ModelRecord.hedraV3([
      "id": "fox", "modality": "video", "name": "Fox",
      "input_schema": [
        "type": "object",
        "properties": [
          "frame": ["media_type": "image", "max_file_size_bytes": 9, "oneOf": [[:]]],
          "list": ["type": "array", "media_type": "audio"], "other": ["media_type": "text"],
        ],
      ],
    ])
    #expect(record.name == "fox" && record.label == "Fox" && record.kind == "video")
    let properties = record.inputSchema?["properties"]
    #expect(properties?["frame"]?["x-media"] == "image")
    #expect(properties?["frame"]?["x-media-max-bytes"] == 9)
    #expect(properties?["list"]?["x-media"] == "audio")
    #expect(properties?["other"]?["x-media"] == nil)
    #expect(throws: JSONMismatch.self) { try ModelRecord.hedraV3(["name": "Fox"]) }
    #expect(throws: JSONMismatch.self) { try ModelRecord.hedraV3("fox") }
  }

  private static let properties: JSON = [
    "prompt": ["type": "string"], "start_image": [:], "end_image": [:],
    "quality": ["enum": ["pro", "fast-pro"]], "duration_ms": ["enum": [6_000, 8_000]],
  ]

  private func modes(_ description: String) throws -> JSON? {
    try ModelRecord.hedraV3([
      "id": "fox",
      "input_schema": ["description": .string(description), "properties": Self.properties],
    ]).inputSchema?["anyOf"]
  }

  @Test func inputModesAreReadFromTheirFixedForm() throws {
    let modes = try modes(
      """
      Model-specific inputs for `fox`.

      Accepted field combinations (one per input mode):
      (1) requires: prompt, start_image; must omit: end_image; accepts duration_ms: 6000; quality: pro | fast-pro
      (2) requires: end_image, start_image
      """)
    #expect(
      modes == [
        [
          "required": ["prompt", "start_image"],
          "properties": [
            "end_image": false, "duration_ms": ["enum": [6_000]],
            "quality": ["enum": ["pro", "fast-pro"]],
          ],
        ],
        ["required": ["end_image", "start_image"]],
      ])
  }

  @Test(arguments: [
    "A model for foxes.", "(1) requires: prompt\n(2) requires: tail",
    "(1) requires: prompt; accepts quality: pro | none",
    "(1) requires: prompt; perhaps", "(1) requires: ",
  ])
  func whatCannotBeReadLeavesTheSchemaOpen(description: String) throws {
    #expect(try modes(description) == nil)
  }

  @Test func modesThatAreInTheSchemaStay() throws {
    let record = try ModelRecord.hedraV3([
      "id": "fox",
      "input_schema": [
        "description": "(1) requires: prompt", "properties": Self.properties,
        "anyOf": [["required": ["start_image"]]],
      ],
    ])
    #expect(record.inputSchema?["anyOf"] == [["required": ["start_image"]]])
  }
}
