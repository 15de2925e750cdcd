import Foundation
import Replicate
import ReplicateSandbox
import ReplicateTestModels
import ServiceTestSupport
import Testing
import TypedMediaUpdating

/// Models, and the snapshots that are made of them.
@Suite(.timeLimit(.minutes(20))) struct CatalogTests {
  /// The service's answer about one model, with a document as Cog writes it.
  private static let answer: JSON = [
    "url": "https://replicate.com/acme/aurora", "owner": "acme", "name": "aurora",
    "description": "Northern lights.", "visibility": "public", "is_official": false,
    "github_url": "https://github.com/acme/aurora", "paper_url": .null, "run_count": 12,
    "default_example": ["id": "p1", "status": "succeeded", "output": "x"],
    "latest_version": [
      "id": .string(Sample.version), "created_at": "2026-11-21T10:00:00Z",
      "openapi_schema": [
        "components": [
          "schemas": [
            "Unused": ["type": "string"],
            "Size": ["enum": ["a", "b"], "type": "string", "title": "Size"],
            "Input": [
              "type": "object", "title": "Input", "required": ["title"],
              "properties": [
                "seed": ["type": "integer", "title": "Seed", "x-order": 3],
                "title": ["type": "string", "x-order": 0, "description": "What it is called."],
                "size": [
                  "allOf": [["$ref": "#/components/schemas/Size"]], "default": "a", "x-order": 1,
                ],
                "duration": ["type": "integer", "x-order": 2],
                "last_image": ["type": "string", "format": "uri", "x-order": 4],
                "clips": [
                  "type": "array", "x-order": 5, "items": ["type": "string", "format": "uri"],
                ],
                "audio_mask": ["type": "string", "format": "uri"],
              ],
            ],
            "Output": ["type": "array", "items": ["type": "string", "format": "uri"]],
          ]
        ]
      ],
    ],
  ]

  @Test func aModelSaysWhatTheServiceDoes() async throws {
    let model = try await CannedAnswer(body: Self.answer.text()).client.model("acme/aurora")
    #expect(model.id == "acme/aurora" && model.owner == "acme" && model.runCount == 12)
    #expect(model.summary == "Northern lights." && !model.isOfficial)
    #expect(model.version == Sample.version && model.versionCreatedAt != nil)
    #expect(model.sourceURL?.path == "/acme/aurora" && model.paperURL == nil)
    #expect(model.visibility == "public" && model.url?.host == "replicate.com")
    #expect(model.example?.status == .succeeded)
    #expect(model.licenseURL == nil && model.coverURL == nil)
    #expect(model.outputSchema?["type"] == "array")
    // What the service has now takes requests, as the version that it is of.
    let recorder = Recorder(over: CannedAnswer(body: JSON.object(Sample.prediction()).text()))
    _ = try await ReplicateClient(apiKey: "r8_test", configuration: .once.over(recorder))
      .submit(RawRequest(["title": "x"], to: model.record))
    #expect(await recorder.requests.first?.json?["version"] == .string(Sample.version))
  }

  @Test func aSchemaIsWithoutProseInItsOrderAndMarked() async throws {
    let record = try #require(ReplicateClient.catalog.records(Self.answer).first)
    let schema = try #require(record.inputSchema)
    #expect(
      schema == [
        "type": "object", "required": ["title"],
        "properties": [
          "title": ["type": "string"],
          "size": ["allOf": [["$ref": "#/$defs/Size"]], "default": "a"],
          "duration": ["type": "integer"], "seed": ["type": "integer"],
          "last_image": ["type": "string", "format": "uri", "x-media": "image"],
          "clips": [
            "type": "array", "items": ["type": "string", "format": "uri", "x-media": "file"],
          ],
          "audio_mask": ["type": "string", "format": "uri", "x-media": "file"],
        ],
        "$defs": ["Size": ["enum": ["a", "b"], "type": "string"]],
      ])
    #expect(
      schema["properties"]?.object?.keys == [
        "title", "size", "duration", "seed", "last_image", "clips", "audio_mask",
      ])
    #expect(
      record.outputSchema == ["type": "array", "items": ["type": "string", "format": "uri"]])
  }

  @Test func aSnapshotHasWhatARequestNeeds() throws {
    let record = try #require(ReplicateClient.catalog.records(Self.answer).first)
    var old = ModelRecord(name: record.name)
    old.object["type"] = "image"
    let snapshot = try #require(try ReplicateClient.catalog.snapshot(record, old))
    #expect(
      snapshot.object.keys == ["name", "type", "version", "input_schema", "output_schema"])
    #expect(snapshot.object["version"] == .string(Sample.version))
    // An official model changes its versions, and is none of them.
    var official = record
    official.object["is_official"] = true
    let other = try #require(try ReplicateClient.catalog.snapshot(official, nil))
    #expect(other.object.keys == ["name", "is_official", "input_schema", "output_schema"])
  }

  @Test func aModelWithoutAVersionGetsNoSnapshot() throws {
    var answer = try #require(Self.answer.object)
    answer["latest_version"] = .null
    let record = try #require(ReplicateClient.catalog.records(.object(answer)).first)
    #expect(throws: JSONMismatch.self) { try ReplicateClient.catalog.snapshot(record, nil) }
  }

  @Test func modelsAreListedInPages() async throws {
    let models = OwnModels.all.map { $0.model } + Sample.models
    let sandbox = ReplicateSandbox(models: models, pageSize: 3, clock: VirtualClock())
    let replicate = sandbox.client()
    var names: Set<String> = []
    for try await model in replicate.allModels() { names.insert(model.id) }
    #expect(names == Set(models.map(\.name)))
    #expect(try await replicate.models().count == 3)
    #expect(await sandbox.requests(to: .listModels).count == 4)
  }

  @Test func aVersionTakesRequests() async throws {
    let sandbox = ReplicateSandbox.ofSamples()
    let replicate = sandbox.client()
    let record = try await replicate.version(Sample.version, of: "acme/aurora")
    let submission = try await replicate.submit(RawRequest(["prompt": "A fox"], to: record))
    #expect(submission.prediction?.version == Sample.version)
    let error = try await mediaError { try await replicate.version("x", of: "acme/aurora") }
    #expect(error.code == .notFound)
  }

  /// What is looked up of a model that the sandbox has from a snapshot makes that snapshot again.
  @Test func anUpdateLooksUpWhatIsNamedAndNoMore() async throws {
    let folder = try TemporaryFolder()
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    var update = CatalogUpdate(of: sandbox.client(), into: folder.url.path)
    update.patterns = ["cedar/ember", "meta/*", "nobody/nothing"]
    let report = try await update.run()
    #expect(report.added == ["cedar/ember"])
    #expect(report.failures.map(\.name) == ["nobody/nothing"])
    #expect(Set(await sandbox.receivedRequests.map(\.endpoint)) == [.getModel])
    let data = try Data(contentsOf: folder.url.appending(path: "ember.json"))
    let snapshot = try ModelRecord(json: JSON(parsing: data))
    #expect(snapshot.inputSchema == Ember.model.inputSchema)
    #expect(snapshot.outputSchema == Ember.model.outputSchema)
    #expect(snapshot.object["is_official"] == true)
    let stamp = try JSON(
      parsing: Data(contentsOf: folder.url.appending(path: "snapshot.json")))
    #expect(stamp["service"] == "replicate" && stamp["origin"] == "fetched")
    #expect(stamp["note"]?.string != nil)

    // Without names, those are looked up that are there.
    update.patterns = ["*"]
    let again = try await update.run()
    #expect(again.unchanged == ["cedar/ember"] && again.retired.isEmpty)
    update.patterns = ["meta/*"]
    let problem = await #expect(throws: UpdateProblem.self) { try await update.run() }
    #expect(problem?.kind == .nothingFits)
  }

  @Test func theTokenIsInTheEnvironment() {
    let error = #expect(throws: MediaError.self) { try ReplicateClient(environment: [:]) }
    #expect(error?.message.contains("REPLICATE_API_TOKEN") == true)
  }
}
