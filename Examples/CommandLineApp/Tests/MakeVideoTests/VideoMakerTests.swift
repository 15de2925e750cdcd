import Foundation
import Hoox
import HooxSandbox
import MakeVideo
import Testing

/// What a person at the terminal gets, run by run.
@Suite(.timeLimit(.minutes(20))) struct VideoMakerTests {
  let workplace = Workplace()
  let request = Veo3_1(prompt: "A fox", duration: .seconds8)

  @Test func thePriceIsSaidAndTheVideoIsSaved() async throws {
    defer { workplace.remove() }
    let person = Person()
    try await workplace.run(for: person, request)
    #expect(person.lines.prefix(2) == ["The model: 32 credits", "Spend 32 credits?"])
    #expect(await workplace.sandbox.credits == 68)
    let video = try #require(try workplace.videos().first)
    #expect(person.lines.last?.hasSuffix(video) == true)
    let data = try Data(contentsOf: workplace.folder.appending(path: video))
    #expect(data.dropFirst(4).starts(with: Data("ftyp".utf8)))
    #expect(person.progress.contains("generating") && person.progress.contains("completed"))
    // Nothing is left for the next run.
    let next = Person()
    try await workplace.run(for: next)
    #expect(next.lines.isEmpty)
  }

  @Test func whoSaysNoSpendsNothing() async throws {
    defer { workplace.remove() }
    let person = Person(says: false)
    try await workplace.run(for: person, request)
    #expect(person.lines.last == "Nothing was spent.")
    #expect(await workplace.sandbox.credits == 100)
    #expect(await !workplace.sandbox.receivedRequests.contains { $0.endpoint == .start })
  }

  @Test func aPriceThatRoseMeanwhileIsNotPaid() async throws {
    defer { workplace.remove() }
    let hoox = HooxClient(
      apiKey: APIKey(HooxSandbox.apiKey),
      configuration: ClientConfiguration(
        transport: RisingPrice(sandbox: workplace.sandbox), clock: workplace.clock))
    let maker = VideoMaker(hoox, savingIn: workplace.folder, console: Person().console)
    let error = await #expect(throws: MediaError.self) {
      try await maker.make(request, by: "veo-3.1")
    }
    #expect(error?.code == .tooExpensive)
    #expect(await workplace.sandbox.credits == 100)
  }

  @Test func whatCostsMoreThanTheLimitIsNotEvenAskedAbout() async throws {
    defer { workplace.remove() }
    let person = Person()
    let error = await #expect(throws: MediaError.self) {
      try await workplace.run(for: person, request, costingAtMost: 31)
    }
    #expect(error?.code == .tooExpensive)
    #expect(person.lines == ["The model: 32 credits"])
    #expect(await workplace.sandbox.credits == 100)
  }

  @Test func whatAnEarlierRunPaidForIsFinished() async throws {
    defer { workplace.remove() }
    // Two runs that ended right after they had submitted.
    for _ in 0..<2 { _ = try await workplace.client().submit(request) }
    let person = Person()
    try await workplace.run(for: person)
    #expect(try workplace.videos().count == 2)
    #expect(await workplace.sandbox.credits == 36)
    #expect(person.lines.filter { $0.hasPrefix("An earlier run left veo-3.1") }.count == 2)
    try await workplace.run(for: Person())
    #expect(await workplace.sandbox.receivedRequests.filter { $0.endpoint == .start }.count == 2)
  }

  @Test func aVideoWhoseRunEndedBeforeItWasAcknowledgedIsSavedAgain() async throws {
    defer { workplace.remove() }
    do {
      let hoox = try workplace.client()
      let asset = try await hoox.submit(request).job.result()
      _ = try await hoox.download(asset, to: workplace.folder)
    }
    try await workplace.run(for: Person())
    #expect(try workplace.videos().count == 1)
    #expect(try await workplace.client().recover().jobs.isEmpty)
  }

  @Test func aDownloadThatBrokeIsMadeByTheNextRun() async throws {
    defer { workplace.remove() }
    await workplace.sandbox.script(.notFound, for: .file)
    await #expect(throws: MediaError.self) { try await workplace.run(for: Person(), request) }
    #expect(try workplace.videos().isEmpty)
    try await workplace.run(for: Person())
    #expect(try workplace.videos().count == 1)
    #expect(await workplace.sandbox.credits == 68)
  }

  @Test func aJobThatFailedIsSaidOnceAndNotComeBackTo() async throws {
    defer { workplace.remove() }
    await workplace.sandbox.failNextGenerations(message: "The prompt was refused")
    let error = await #expect(throws: MediaError.self) {
      try await workplace.run(for: Person(), request)
    }
    #expect(error?.code == .generationFailed && error?.isRefunded == true)
    let next = Person()
    try await workplace.run(for: next)
    #expect(next.lines.isEmpty)
  }

  @Test func aLostAnswerIsRememberedUntilSomebodyHasLooked() async throws {
    defer { workplace.remove() }
    await workplace.sandbox.script(.lostAnswer, for: .start)
    let error = await #expect(throws: MediaError.self) {
      try await workplace.run(for: Person(), request)
    }
    #expect(error?.code == .outcomeUnknown)
    let submission = try #require(error?.submission)
    let next = Person()
    try await workplace.run(for: next)
    #expect(next.lines.count == 1)
    #expect(next.lines.first?.contains("--abandon \(submission)") == true)
    #expect(await workplace.sandbox.receivedRequests.filter { $0.endpoint == .start }.count == 1)

    try await VideoMaker(workplace.client(), savingIn: workplace.folder, console: next.console)
      .abandon(submission)
    let last = Person()
    try await workplace.run(for: last)
    #expect(last.lines.isEmpty)
  }
}

/// A service whose price is another after it was asked for.
private struct RisingPrice: Transport {
  let sandbox: HooxSandbox

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    if await !sandbox.receivedRequests.isEmpty { await sandbox.setBaseCost(33, of: "veo-3.1") }
    return try await sandbox.send(request)
  }
}
