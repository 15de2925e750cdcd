import Foundation
import TypedMedia
import TypedMediaTesting

/// A service whose jobs go as a test says: each question gets the next of the answers, and the last
/// answer from then on.
final class ScriptedJobService<Time: Clock<Duration>>: JobService {
  typealias Answer = Result<JobStatus<String>, any Error>

  let connection: ServiceConnection

  private let time: Time
  private let start: Time.Instant
  private let log: Log

  init(
    _ answers: Answer..., polling: PollingPolicy = .exact(seconds: 2), clock: Time = VirtualClock()
  ) {
    connection = ServiceConnection(
      profile: Sample.profile, baseURL: URL(filePath: "/"), key: APIKey(Sample.key),
      configuration: ClientConfiguration(polling: polling, clock: clock))
    time = clock
    start = clock.now
    log = Log(answers)
  }

  /// When the questions were asked, since the service was created.
  var questions: [Duration] { log.questions }

  /// The jobs that the questions were about.
  var handles: [JobHandle] { log.handles }

  var job: Job<ScriptedJobService> { Job(.sample, at: self) }

  func status(of job: JobHandle) async throws -> JobStatus<String> {
    try log.answer(to: job, at: start.duration(to: time.now)).get()
  }

  private final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private let answers: [Answer]
    private var asked: [(job: JobHandle, time: Duration)] = []

    init(_ answers: [Answer]) { self.answers = answers }

    var questions: [Duration] { lock.withLock { asked.map(\.time) } }
    var handles: [JobHandle] { lock.withLock { asked.map(\.job) } }

    func answer(to job: JobHandle, at time: Duration) -> Answer {
      lock.withLock {
        asked.append((job, time))
        return answers[min(asked.count, answers.count) - 1]
      }
    }
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
