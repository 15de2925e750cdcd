import Testing
import TypedMedia
import TypedMediaTesting

/// What a question that fails does to the wait.
@Suite(.timeLimit(.minutes(20))) struct JobErrorsTests {
  @Test(arguments: [MediaError.Code.rateLimited, .serverError, .unreachable, .interrupted])
  func anErrorThatMayPassDoesNotEndTheWait(code: MediaError.Code) async throws {
    let service = ScriptedJobService(.running, .error(code), .error(code), .completed("a fox"))
    #expect(try await service.job.result() == "a fox")
    #expect(service.questions == [0, 2, 4, 6].map { .seconds($0) })
  }

  @Test(arguments: [
    MediaError.Code.notFound, .invalidKey, .forbidden, .responseTooLarge, .insecureAddress,
  ])
  func anErrorThatWillNotPassEndsTheWait(code: MediaError.Code) async throws {
    let service = ScriptedJobService(.running, .error(code), .completed("a fox"))
    let error = try await caught { try await service.job.result() }
    #expect(error.code == code)
    #expect(error.job == .sample)
    #expect(error.model == "aurora")
    #expect(service.questions.count == 2)
  }

  @Test func aSingleQuestionDoesNotHideAnErrorThatMayPass() async throws {
    let service = ScriptedJobService(.error(.serverError))
    let error = try await caught { try await service.job.status() }
    #expect(error.code == .serverError)
    #expect(error.job == .sample)
  }

  @Test func anErrorOfAnotherKindEndsTheWait() async throws {
    struct Unforeseen: Error {}
    let service = ScriptedJobService(.running, .failure(Unforeseen()))
    await #expect(throws: Unforeseen.self) { try await service.job.result() }
  }

  @Test func theAdviceWhenToAskAgainIsHeeded() async throws {
    let service = ScriptedJobService(
      .error(.rateLimited, retryAfter: .seconds(30)), .completed("a fox"))
    _ = try await service.job.result()
    #expect(service.questions == [.zero, .seconds(30)])
  }

  @Test func adviceShorterThanTheNextDelayChangesNothing() async throws {
    let service = ScriptedJobService(
      .error(.rateLimited, retryAfter: .seconds(1)), .completed("a fox"))
    _ = try await service.job.result()
    #expect(service.questions == [.zero, .seconds(2)])
  }

  @Test func adviceDoesNotMoveTheDeadline() async throws {
    let clock = VirtualClock()
    let service = ScriptedJobService(
      .error(.rateLimited, retryAfter: .seconds(86_400)),
      polling: .exact(seconds: 2, deadline: .seconds(60)), clock: clock)
    let start = clock.now
    let error = try await caught { try await service.job.result() }
    #expect(error.code == .timedOut)
    #expect(start.duration(to: clock.now) == .seconds(60))
  }

  @Test func errorsAloneLastUntilTheDeadline() async throws {
    let service = ScriptedJobService(
      .error(.unreachable), polling: .exact(seconds: 2, deadline: .seconds(6)))
    let error = try await caught { try await service.job.result() }
    #expect(error.code == .timedOut)
    #expect(error.job == .sample)
    // Once more when the time is over: a device that was asleep has no network yet.
    #expect(service.questions == [0, 2, 4, 6, 6].map { .seconds($0) })
  }
}
