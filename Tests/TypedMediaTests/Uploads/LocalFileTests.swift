import Foundation
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaSchema

/// A request that names a file, to a service that takes files.
struct LocalFileTests {
  let folder: TemporaryFolder
  let photo: URL
  private let service: Service

  init() throws {
    folder = try TemporaryFolder()
    photo = folder.url.appending(path: "photo.png")
    try SampleFiles.png.write(to: photo)
    service = try Service()
  }

  @Test func aFileIsHandedOverOnceAndItsAddressIsSent() async throws {
    let request = Portrait(prompt: "\(photo)", image: photo, frames: [.init(url: photo)])
    #expect(request.violations().isEmpty)
    try request.validate()
    let submission = try await service.submit(request)
    #expect(service.uploads.value == [photo])
    let sent = try #require(service.bodies.value.first)
    // Text is text, whatever it looks like.
    #expect(sent["prompt"]?.string == photo.absoluteString)
    #expect(sent["image"] == "https://files.example.com/1.png")
    #expect(sent["frames"] == [["url": "https://files.example.com/1.png"]])
    let intent = try #require(await service.ledger.submissions().first?.intent)
    #expect(intent.body["image"] == sent["image"])
    #expect(submission.jobs.map(\.id) == ["j-1"])
  }

  @Test func aRequestIsReadyAgainWithoutHandingItsFilesOverAgain() async throws {
    let ready = try await service.uploadingFiles(of: Portrait(prompt: "A fox", image: photo))
    #expect(ready.image.absoluteString == "https://files.example.com/1.png")
    _ = try await service.submit(ready)
    _ = try await service.submit(ready)
    #expect(service.uploads.value == [photo])
    #expect(service.bodies.value.count == 2)
  }

  @Test(
    arguments: [
      ("gone.png", nil, "there is no file to read at"), ("empty.png", Data(), "empty.png is empty"),
      ("song.mp3", SampleFiles.mp3, "song.mp3 is sound, and an image is taken"),
      ("large.png", Data(count: 2_000), "large.png has 2000 bytes, and 1000 are taken at most"),
    ] as [(String, Data?, String)])
  func whatCannotBeTakenIsRefusedBeforeAnythingIsSent(
    name: String, content: Data?, problem: String
  ) async throws {
    let file = folder.url.appending(path: name)
    try content?.write(to: file)
    let request = Portrait(prompt: "A fox", image: photo, frames: [.init(url: file)])
    #expect(request.violations().map(\.instancePath) == ["/frames/0/url"])
    let error = try await caught { try await service.submit(request) }
    #expect(error.code == .invalidRequest)
    #expect(error.property == "/frames/0/url")
    #expect(error.message.contains("/frames/0/url: \(problem)"))
    #expect(service.uploads.value.isEmpty && service.bodies.value.isEmpty)
  }

  @Test func whereNoMediumIsTakenAFileIsAViolation() async throws {
    let request = Portrait(prompt: "A fox", image: photo, page: photo)
    #expect(request.violations().map(\.instancePath) == ["/page"])
    let error = try await caught { try await service.submit(request) }
    #expect(
      error.message.contains("photo.png is a file of this machine, and no file is taken here"))
    #expect(service.uploads.value.isEmpty)
  }

  /// Whoever sends a request as JSON has no say in which files are read.
  @Test(arguments: ["file:///etc/passwd", "FILE:///etc/passwd", "file:passwd"])
  func whatIsDecodedNamesNoFile(address: String) async throws {
    let body: JSONObject = ["prompt": .string(address), "image": .string(address)]
    #expect(throws: JSONMismatch.self) { try Portrait(json: .object(body)) }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Portrait.self, from: JSON.object(body).data())
    }
    let raw = try RawRequest(body, to: Portrait.model)
    let error = try await caught { try await service.submit(raw) }
    #expect(error.code == .invalidRequest)
    #expect(service.uploads.value.isEmpty && service.bodies.value.isEmpty)
  }

  @Test func whatIsNotHandedOverIsNotSubmitted() async throws {
    service.refusesFiles.change { $0 = true }
    let error = try await caught {
      try await service.submit(Portrait(prompt: "A fox", image: photo))
    }
    #expect(error.code == .notUploaded)
    #expect(service.bodies.value.isEmpty)
    #expect(await service.ledger.events.isEmpty)
  }

  @Test(arguments: [
    (JSON.FileReferenceForm.address, #"https://[-0-9a-f]{36}\.invalid/file\.png"#),
    (.uuid, "[-0-9a-f]{36}"), (.data, "[A-Za-z0-9+/]{48}"),
  ])
  func whatStandsForAFileIsInTheFormThatTheServiceHas(
    form: JSON.FileReferenceForm, pattern: String
  ) throws {
    let made = form.placeholder(for: photo)
    #expect(try Regex(pattern).wholeMatch(in: made) != nil, "\(made)")
    #expect(made != form.placeholder(for: photo))
    // Where nothing is handed over, it is the file's address.
    #expect(JSON.reference(to: photo, as: form) == .string(photo.absoluteString))
  }

  @Test func theServiceIsToldWhatTheInputTakes() async throws {
    _ = try await service.submit(Portrait(prompt: "A fox", image: photo))
    #expect(service.kinds.value == [.image])
  }

  @Test func aFormKnowsWhichInputsAreMedia() {
    #expect(Portrait.fields.map(\.media) == [nil, .image, nil, nil])
    #expect(Portrait.fields[2].element?.media == .image)
  }

  private struct Service: UploadingService {
    let connection: ServiceConnection
    let ledger = MemoryLedger()
    let bodies = Watched<[JSON]>([])
    let uploads = Watched<[URL]>([])
    let kinds = Watched<[MediaKind?]>([])
    let refusesFiles = Watched(false)

    init() throws {
      let bodies = bodies
      let transport = CannedTransport { request in
        bodies.change { $0.append(request.body.flatMap { try? JSON(parsing: $0) } ?? .null) }
        return TransportResponse(status: 200, body: .data(Data(#"{"id": "j-1"}"#.utf8)))
      }
      connection = try Sample.connection(
        over: transport, configuration: ClientConfiguration(ledger: ledger, retries: .never))
    }

    func submission(
      of members: JSONObject, to snapshot: ModelSnapshot, options: NoOptions
    ) throws -> SubmissionCall {
      SubmissionCall(.post("jobs", body: .object(members), effect: .spends, model: "portrait"))
    }

    static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
      [AcceptedJob(id: try answer.object.id("id"))]
    }

    func status(of job: JobHandle) async throws -> JobStatus<Picture> {
      JobStatus(.running, rawStatus: "running")
    }

    func reference(
      uploading file: URL, as kind: MediaKind?,
      progress: (@Sendable (TransferProgress) -> Void)?
    ) async throws -> String {
      guard !refusesFiles.value else { throw MediaError(.notUploaded, "No room.") }
      kinds.change { $0.append(kind) }
      let number = uploads.change { uploads in
        uploads.append(file)
        return uploads.count
      }
      return "https://files.example.com/\(number).png"
    }
  }

  private struct Picture: JobOutput {
    typealias ServiceClient = Service
  }

  private struct Portrait: GenerationRequest {
    typealias ServiceClient = Service
    typealias Output = Picture

    struct Frame: JSONObjectConvertible, Hashable {
      var url: URL
      init(url: URL) { self.url = url }
      init(from object: borrowing JSONObject) throws { url = try object.required("url") }
      func encode(to object: inout JSONMembers) { object.set("url", url) }
    }

    var prompt: String
    var image: URL
    var frames: [Frame]?
    var page: URL?

    init(prompt: String, image: URL, frames: [Frame]? = nil, page: URL? = nil) {
      (self.prompt, self.image, self.frames, self.page) = (prompt, image, frames, page)
    }

    init(from object: borrowing JSONObject) throws {
      prompt = try object.required("prompt")
      image = try object.required("image")
      frames = try object.optional("frames")
      page = try object.optional("page")
    }

    func encode(to object: inout JSONMembers) {
      object.set("prompt", prompt)
      object.set("image", image)
      object.set("frames", frames)
      object.set("page", page)
    }

    static let snapshot = ModelSnapshot(
      embedded: """
        {
          "name": "portrait",
          "input_schema": {
            "type": "object",
            "required": ["prompt", "image"],
            "properties": {
              "prompt": {"type": "string"},
              "image": {"type": "string", "format": "uri", "x-media": "image"},
              "frames": {
                "type": "array",
                "items": {
                  "type": "object", "x-media": "image", "x-media-max-bytes": 1000,
                  "required": ["url"], "properties": {"url": {"type": "string", "format": "uri"}}
                }
              },
              "page": {"type": "string", "format": "uri"}
            }
          }
        }
        """)
  }
}
