import Foundation
import Hedra
import HedraSandbox
import Hoox
import HooxSandbox
import SandboxServer
import Testing

/// The typed clients at the server, as at the services.
@Suite(.serialized, .timeLimit(.minutes(20))) struct ClientTests {
  @Test func twoServicesDoWholeJobsAtOnce() async throws {
    try await withServer { origin, _ in
      let hoox = HooxClient(
        apiKey: APIKey(HooxSandbox.apiKey), baseURL: try #require(URL(string: "\(origin)/hoox")),
        configuration: .quick)
      let hedra = HedraClient(
        apiKey: APIKey(HedraSandbox.apiKey), baseURL: try #require(URL(string: "\(origin)/hedra")),
        configuration: .quick)
      try await withFolder { folder in
        async let image = {
          let asset = try await hoox.submit(ZImageTurbo(prompt: "A tide pool")).job.result()
          return try await hoox.download(asset, to: folder)
        }()
        async let video = {
          let request = GrokVideoT2V(
            textPrompt: "A tide pool", aspectRatio: .ratio16x9, resolution: .p480,
            duration: .seconds5)
          let result = try await hedra.submit(request).job.result()
          return try await hedra.download(result, to: folder, named: "pool")
        }()
        let files = try await (image, video)
        #expect(try Data(contentsOf: files.0).starts(with: [0x89, 0x50, 0x4e, 0x47]))
        #expect(files.1.lastPathComponent == "pool.mp4")
        #expect(try Data(contentsOf: files.1).dropFirst(4).starts(with: Data("ftyp".utf8)))
      }
    }
  }

  /// An image goes there in a form, a video to an address of its own.
  @Test func whatWasUploadedIsUsedAtHedra() async throws {
    try await withServer { origin, _ in
      let hedra = HedraClient(
        apiKey: APIKey(HedraSandbox.apiKey), baseURL: try #require(URL(string: "\(origin)/hedra")),
        configuration: .quick)
      let portrait = try await hedra.upload(Data("portrait".utf8), as: .image, named: "fox.png")
      let motion = try await hedra.upload(Data("motion".utf8), as: .video, named: "run.mp4")
      let request = Kling2_6MotionControlProVI2V(
        textPrompt: "The fox runs.", characterOrientation: .video,
        video: .asset(try #require(motion.uuid)),
        startKeyframe: .asset(try #require(portrait.uuid)))
      let result = try await hedra.submit(request).job.result()
      try await withFolder { folder in
        let file = try await hedra.download(result, to: folder, named: "fox")
        #expect(try Data(contentsOf: file).dropFirst(4).starts(with: Data("ftyp".utf8)))
      }
    }
  }

  @Test func aWebhookIsPostedWithALinkThatLeadsBack() async throws {
    // The webhook's address is one of the server's own: what is sent to it is recorded.
    let recorder = Recorder()
    try await withServer(adding: [recorder.served]) { origin, _ in
      let request: JSON = [
        "type": "image", "model": "z-image-turbo", "prompt": "A tide pool",
        "webhook_url": .string("\(origin)/recorder/webhooks"),
      ]
      let start = try await call(
        "POST", "\(origin)/hoox/asset/start", key: HooxSandbox.apiKey, request)
      let payload = try #require(await recorder.first)
      #expect(payload["asset_id"] == start.json?["asset_ids"]?.array?.first)
      let link = try #require(payload["result"]?["asset_url"]?.string)
      #expect(link.hasPrefix("\(origin)/files/"))
      #expect(try await call("GET", link).status == 200)
    }
  }
}

extension ClientTests {
  @Test func anUploadGoesWhereAnAnswerSaysAndArrivesAsItIs() async throws {
    let file = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
    try await withServer(adding: [Locker().served]) { origin, _ in
      let answer = try await call("POST", "\(origin)/locker/assets")
      let link = try #require(answer.json?["upload_url"]?.string)
      #expect(link == "\(origin)/files/uploads.example/1?signature=a%2Fb")
      let upload = try await call("PUT", link, bytes: file)
      #expect(upload.status == 201 && upload.data == file)
    }
  }
}

/// Says where to send a file, and gives back what comes there.
private struct Locker: Transport {
  private let address = "https://uploads.example/1?signature=a%2Fb"

  var served: ServedSandbox {
    ServedSandbox(
      name: "locker", address: URL(filePath: "/locker"), fileHosts: ["uploads.example"],
      authorization: ("Authorization", ""), transport: self)
  }

  func send(_ request: TransportRequest) -> TransportResponse {
    guard request.url.absoluteString == address, request.method == "PUT" else {
      let answer: JSON = ["upload_url": .string(address)]
      return TransportResponse(
        status: 200, headers: ["Content-Type": "application/json"], body: .data(answer.data()))
    }
    return TransportResponse(status: 201, body: .data(request.body ?? Data()))
  }
}

/// Takes whatever is sent to it.
struct Recorder: Transport {
  private let bodies: AsyncStream<JSON>
  private let body: AsyncStream<JSON>.Continuation

  init() { (bodies, body) = AsyncStream.makeStream() }

  var served: ServedSandbox {
    ServedSandbox(
      name: "recorder", address: URL(filePath: "/recorder"), fileHosts: [],
      authorization: ("Authorization", ""), transport: self)
  }

  /// What came first.
  var first: JSON? {
    get async {
      var iterator = bodies.makeAsyncIterator()
      return await iterator.next()
    }
  }

  func send(_ request: TransportRequest) -> TransportResponse {
    if let json = request.body.flatMap({ try? JSON(parsing: $0) }) { body.yield(json) }
    return TransportResponse(status: 200)
  }
}
