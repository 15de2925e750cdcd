import Foundation
import ServiceTestSupport
import TypedMedia
import TypedMediaTesting

/// A service whose jobs go as a test says: each question gets the next of the answers, and the last
/// answer from then on.
final class ScriptedJobService<Time: Clock<Duration>>: ReportingService {
  typealias Answer = Result<JobStatus<String>, any Error>

  let connection: ServiceConnection

  private let time: Time
  private let start: Time.Instant
  private let answers: [Answer]
  private let asked = Watched<[(job: JobHandle, time: Duration)]>([])

  init(
    _ answers: Answer..., polling: PollingPolicy = .exact(seconds: 2), clock: Time = VirtualClock()
  ) {
    connection = ServiceConnection(
      profile: Sample.profile, baseURL: URL(filePath: "/"), key: APIKey(Sample.key),
      configuration: ClientConfiguration(polling: polling, clock: clock))
    time = clock
    start = clock.now
    self.answers = answers
  }

  /// When the questions were asked, since the service was created.
  var questions: [Duration] { asked.value.map(\.time) }

  /// The jobs that the questions were about.
  var handles: [JobHandle] { asked.value.map(\.job) }

  /// Returns when the first question was asked.
  func wasAsked() async throws { try await asked.wait { !$0.isEmpty } }

  var job: Job<String> { Job(.sample, at: self) }

  func status(of job: JobHandle) async throws -> JobStatus<String> {
    let instant = start.duration(to: time.now)
    let number = asked.change { asked in
      asked.append((job, instant))
      return asked.count
    }
    return try answers[min(number, answers.count) - 1].get()
  }
}

extension Result where Success == JobStatus<String>, Failure == any Error {
  static var waiting: Self { .success(JobStatus(.waiting, rawStatus: "queued")) }
  static var running: Self { .success(JobStatus(.running, rawStatus: "running")) }
  static var cancelled: Self { .success(JobStatus(.cancelled, rawStatus: "cancelled")) }

  static func completed(_ output: String) -> Self {
    .success(JobStatus(.completed(output), rawStatus: "done"))
  }

  static func failed(_ message: String, code: String? = nil) -> Self {
    .success(JobStatus(.failed(JobFailure(code: code, message: message)), rawStatus: "failed"))
  }

  static func error(_ code: MediaError.Code, retryAfter: Duration? = nil) -> Self {
    var error = MediaError(code, "The tide is out.", service: "Acme")
    error.retryAfter = retryAfter
    return .failure(error)
  }
}

extension PollingPolicy {
  /// The same delay always.
  static func exact(seconds: Double, deadline: Duration = .seconds(900)) -> PollingPolicy {
    PollingPolicy(
      first: .seconds(seconds), longest: .seconds(seconds), growth: 1, jitter: 0,
      deadline: deadline)
  }
}

extension JobHandle {
  static let sample = JobHandle(
    service: "Acme", model: "aurora", id: "job-1",
    submittedAt: Date(timeIntervalSinceReferenceDate: 803_000_000.5))
}
