import Foundation
import Replicate
import ReplicateSandbox
import ReplicateTestModels
import ServiceTestSupport
import Testing

/// What a prediction makes, as it makes it.
@Suite(.timeLimit(.minutes(20))) struct EventTests {
  private let sandbox = ReplicateSandbox(
    models: OwnModels.all.map { $0.model },
    pace: .init(starting: .seconds(1), processing: .seconds(4)), clock: VirtualClock())

  private func request() throws -> Quill {
    Quill(image: try #require(URL(string: "https://a.example/a.png")), prompt: "What is it?")
  }

  private func told(of job: JobHandle, by replicate: ReplicateClient) async throws -> [String] {
    var told: [String] = []
    for try await event in replicate.events(of: job) {
      switch event {
      case .output(let text): told.append(text)
      case .error(let text): told.append("error: \(text)")
      case .other(let event): told.append("other: \(event.name)")
      }
    }
    return told
  }

  @Test func textIsToldAsItIsMade() async throws {
    let replicate = sandbox.client()
    let job = try await replicate.submit(request()).job
    let told = try await told(of: job.handle, by: replicate)
    #expect(told == ["A sample."])
    #expect(try await job.result().json == .array(told.map { .string($0) }))
    let stream = try #require(await sandbox.requests(to: .stream).first)
    // The key stays where it belongs.
    #expect(stream.url.host == "stream.replicate.com" && stream.headers["Authorization"] == nil)
    #expect(stream.headers["Accept"] == "text/event-stream")
    // What has ended is asked for.
    #expect(try await self.told(of: job.handle, by: replicate) == told)
    #expect(await sandbox.requests(to: .stream).count == 1)
  }

  @Test func whatHasNoStreamIsAsked() async throws {
    let replicate = sandbox.client()
    let job = try await replicate.submit(Sample.request).job
    let told = try await told(of: job.handle, by: replicate)
    #expect(told.count == 1 && told[0].hasPrefix("https://replicate.delivery/"))
    #expect(await sandbox.requests(to: .stream).isEmpty)
  }

  @Test func whyThereIsNoMoreIsToldOnce() async throws {
    let replicate = sandbox.client()
    await sandbox.failNextPredictions(2, error: "It broke. (E004)")
    let streamed = try await replicate.submit(request()).job
    #expect(try await told(of: streamed.handle, by: replicate) == ["error: It broke. (E004)"])
    let asked = try await replicate.submit(Sample.request).job
    #expect(try await told(of: asked.handle, by: replicate) == ["error: It broke. (E004)"])
  }

  /// A stream that told something and breaks off is not opened again, for it may begin anew.
  @Test(arguments: [
    (
      ["event: output\ndata: One\n\n", "event: output\ndata:  two\n\n"], ["One", " two", " three"]
    ),
    (["event: output\ndata: One t\n\n"], ["One t", "wo three"]),
    (["event: output\ndata: Two\n\n"], ["Two"]),
    (
      ["event: weather\ndata: sun\n\n", "event: output\ndata: One\n\nevent: outp"],
      ["other: weather", "One", " two", " three"]
    ),
    (
      [
        "event: output\ndata: One\ndata: two\n\nevent: done\ndata: {}\n\nevent: output\ndata: no\n\n"
      ], ["One\ntwo"]
    ),
    (["event: error\ndata: It broke.\n\n"], ["error: It broke."]),
  ])
  func whatWasToldIsNotToldAgain(pieces: [String], expected: [String]) async throws {
    let service = Service(stream: pieces)
    var configuration = ClientConfiguration.once.over(service)
    configuration.clock = VirtualClock()
    let replicate = ReplicateClient(apiKey: "r8_test", configuration: configuration)
    let told = try await told(of: JobHandle(service: "Replicate", id: "p1"), by: replicate)
    #expect(told == expected)
    #expect(await service.streamCount == 1)
  }

  @Test(arguments: [
    "http://stream.example/s", "http://127.0.0.1/s", "https://127.0.0.1/s", "https://10.0.0.1/s",
    "file:///etc/passwd", "https://user:word@stream.example/s", "/v1/relative",
  ])
  func anAddressThatIsNoPlaceToGoIsNotGoneTo(address: String) async throws {
    let service = Service(stream: ["event: output\ndata: One\n\n"], address: address)
    var configuration = ClientConfiguration.once.over(service)
    configuration.clock = VirtualClock()
    let replicate = ReplicateClient(apiKey: "r8_test", configuration: configuration)
    let told = try await told(of: JobHandle(service: "Replicate", id: "p1"), by: replicate)
    #expect(told == ["One", " two", " three"])
    #expect(await service.streamCount == 0)
  }

  @Test func whatIsNotThereIsNotWaitedFor() async throws {
    let unknown = JobHandle(service: "Replicate", id: "p0")
    let error = try await mediaError { try await told(of: unknown, by: sandbox.client()) }
    #expect(error.code == .notFound)
    let stranger = sandbox.client(apiKey: "r8_other")
    #expect(
      try await mediaError { try await told(of: unknown, by: stranger) }.code == .invalidKey)
  }

  /// A service whose prediction goes on until its stream was read, and then has three pieces.
  private actor Service: Transport {
    private let pieces: [String]
    private let address: String
    private(set) var streamCount = 0
    private var questionCount = 0

    init(stream pieces: [String], address: String = "https://stream.example/s") {
      self.pieces = pieces
      self.address = address
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
      if request.url.host != "api.replicate.com" || request.url.lastPathComponent == "relative" {
        streamCount += 1
        return TransportResponse(
          status: 200, headers: ["Content-Type": "text/event-stream"],
          body: .data(Data(pieces.joined().utf8)))
      }
      questionCount += 1
      let isDone = questionCount > 1
      return TransportResponse(
        status: 200,
        json: .object(
          Sample.prediction([
            "status": isDone ? "succeeded" : "processing",
            "output": isDone ? ["One", " two", " three"] : .null,
            "urls": ["stream": .string(address)],
          ])))
    }
  }
}
