import Foundation
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// What a wait rides out, and when it ends.
@Suite(.timeLimit(.minutes(5))) struct PatienceTests {
  @Test(arguments: [MediaError.Code.malformedResponse, .redirectRefused])
  func aFewOddAnswersInARowAreRiddenOut(code: MediaError.Code) async throws {
    let service = ScriptedJobService(
      .running, .error(code), .error(code), .error(code), .error(code), .error(code), .running,
      .error(code), .completed("a fox"))
    #expect(try await service.job.result() == "a fox")
  }

  @Test(arguments: [MediaError.Code.malformedResponse, .redirectRefused])
  func aServiceThatMakesNoSenseAnyLongerIsAnError(code: MediaError.Code) async throws {
    let service = ScriptedJobService(.running, .error(code))
    let error = try await caught { try await service.job.result() }
    #expect(error.code == code)
    #expect(error.job == .sample)
    #expect(service.questions.count == 7)
  }

  @Test func aJobThatWasJustSubmittedMayBeUnknown() async throws {
    let clock = VirtualClock()
    let service = ScriptedJobService(
      .error(.notFound), .error(.notFound), .running, .completed("a fox"), clock: clock)
    var handle = JobHandle.sample
    handle.submittedAt = service.connection.now
    #expect(try await Job(handle, at: service).result() == "a fox")
    clock.advance(by: .seconds(119))
    let old = ScriptedJobService(.error(.notFound), clock: clock)
    handle.submittedAt = old.connection.now.addingTimeInterval(-121)
    let error = try await caught { try await Job(handle, at: old).result() }
    #expect(error.code == .notFound)
    #expect(old.questions.count == 1)
  }

  @Test func aJobThatNeverAppearsIsNotFoundInTheEnd() async throws {
    let service = ScriptedJobService(.error(.notFound), polling: .exact(seconds: 50))
    var handle = JobHandle.sample
    handle.submittedAt = service.connection.now
    let error = try await caught { try await Job(handle, at: service).result() }
    #expect(error.code == .notFound)
    #expect(service.questions == [0, 50, 100, 150].map { .seconds($0) })
  }

  @Test func theAdviceOfARunningJobIsFollowed() async throws {
    let running = JobStatus<String>(.running, rawStatus: "run", retryAfter: .seconds(30))
    let service = ScriptedJobService(.success(running), .running, .completed("a fox"))
    _ = try await service.job.result()
    #expect(service.questions == [0, 30, 32].map { .seconds($0) })
  }

  @Test(arguments: [200, 202])
  func theAdviceIsReadFromAGoodAnswer(status: Int) async throws {
    let transport = CannedTransport(
      status: status, headers: ["Retry-After": "2.5"], body: #"{"status": "run"}"#)
    let found: JobStatus<String> = try await Sample.connection(over: transport)
      .send(.get("jobs", "j-1")) {
        JobStatus(.running, rawStatus: try $0.object.required("status"))
      }
    #expect(found.retryAfter == .milliseconds(2_500))
  }

  @Test func aTimeOutHasTheLastWordOfTheService() async throws {
    let odd = JobStatus<String>(.running, rawStatus: "aborted")
    let service = ScriptedJobService(
      .success(odd), .error(.unreachable), polling: .exact(seconds: 2, deadline: .seconds(4)))
    let error = try await caught { try await service.job.result() }
    #expect(error.code == .timedOut)
    #expect(error.lastStatus == "aborted")
    #expect(error.message.contains("after 4 seconds; its last status was \"aborted\""))
    let silent = ScriptedJobService(
      .error(.unreachable), polling: .exact(seconds: 2, deadline: .seconds(4)))
    let other = try await caught { try await silent.job.result() }
    #expect(other.lastStatus == nil)
  }

  /// The app slept past the deadline, and the network is not back at first.
  @Test func theServiceIsAskedOnceMoreBehindTheDeadline() async throws {
    let service = ScriptedJobService(
      .running, .error(.unreachable), .completed("a fox"),
      polling: .exact(seconds: 10, deadline: .seconds(10)))
    #expect(try await service.job.result() == "a fox")
    #expect(service.questions == [0, 10, 10].map { .seconds($0) })
  }

  /// The deadline is of real time here, for that is what a network that hangs takes.
  @Test(arguments: [true, false])
  func aQuestionThatHangsEndsAtTheDeadline(canBeCancelled: Bool) async throws {
    let service = HangingService(canBeCancelled: canBeCancelled)
    let error = try await caught { try await service.job(id: "j-1").result() }
    #expect(error.code == .timedOut)
    #expect(error.job?.id == "j-1")
  }

  @Test func aWaitThatIsCancelledLeavesAQuestionThatHangs() async throws {
    let service = HangingService(canBeCancelled: false, deadline: .seconds(86_400))
    let task = Task { try await service.job(id: "j-1").result() }
    await service.hasBegun.pass()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  /// Never answers.
  private struct HangingService: ReportingService {
    let connection: ServiceConnection
    let canBeCancelled: Bool
    let hasBegun = Gate()

    init(canBeCancelled: Bool, deadline: Duration = .milliseconds(20)) {
      self.canBeCancelled = canBeCancelled
      connection = ServiceConnection(
        profile: Sample.profile, baseURL: URL(filePath: "/"), key: "",
        configuration: ClientConfiguration(polling: PollingPolicy(deadline: deadline)))
    }

    func status(of job: JobHandle) async throws -> JobStatus<String> {
      hasBegun.open()
      if canBeCancelled { try await Task.sleep(for: .seconds(86_400)) }
      await Gate().pass()
      return JobStatus(.running, rawStatus: "running")
    }
  }
}
