import Fal
import FalSandbox
import Foundation
import Hoox
import MakeVideo
import Testing

/// What a person at the terminal gets where the service does not say prices beforehand.
@Suite(.timeLimit(.minutes(20))) struct FalMakerTests {
  let workplace = Workplace()
  let request = KlingVideoV3ProTextToVideo(prompt: "A fox", duration: .duration3)

  @Test func thePriceIsLeftOpenAndTheVideoIsSaved() async throws {
    defer { workplace.remove() }
    let person = Person()
    try await workplace.runFal(for: person, request)
    #expect(
      person.lines.prefix(2) == [
        "The model: the price is said afterwards", "Spend what it costs?",
      ])
    #expect(try workplace.videos().count == 1)
    let next = Person()
    try await workplace.runFal(for: next)
    #expect(next.lines.isEmpty)
  }

  @Test func aLimitThatCannotBeKeptIsRefusedBeforeAnythingIsSent() async throws {
    defer { workplace.remove() }
    let person = Person()
    let error = await #expect(throws: MediaError.self) {
      try await workplace.runFal(for: person, request, costingAtMost: 1_000)
    }
    #expect(error?.code == .tooExpensive)
    #expect(!person.lines.contains { $0.hasPrefix("Spend") })
    #expect(await workplace.fal.receivedRequests.isEmpty)
  }

  @Test func eachServiceFinishesItsOwnOfOneLedger() async throws {
    defer { workplace.remove() }
    do { _ = try await workplace.falClient().submit(request) }
    do { _ = try await workplace.client().submit(Veo3_1(prompt: "A fox")) }
    let person = Person()
    try await workplace.runFal(for: person)
    #expect(try workplace.videos().count == 1)
    try await workplace.run(for: person)
    #expect(try workplace.videos().count == 2)
    #expect(person.lines.filter { $0.hasPrefix("An earlier run left") }.count == 2)
    #expect(await workplace.fal.receivedRequests.filter { $0.endpoint == .submit }.count == 1)
  }

  @Test func anAnswerThatIsGoneIsSaidOnce() async throws {
    defer { workplace.remove() }
    do { _ = try await workplace.falClient().submit(request) }
    workplace.clock.advance(by: .seconds(7_200))
    let person = Person()
    try await workplace.runFal(for: person)
    #expect(person.lines.count == 2)
    let next = Person()
    try await workplace.runFal(for: next)
    #expect(next.lines.isEmpty)
  }
}
