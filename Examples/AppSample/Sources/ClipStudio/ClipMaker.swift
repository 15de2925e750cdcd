public import Foundation
public import Hoox
public import Observation

/// Makes one clip after the other, and says how far each is, for a view to observe.
///
/// A clip that is paid outlasts the view and the app: it is in the client's ledger, and ``resume()`` goes on
/// with it when the app starts.
@MainActor @Observable public final class ClipMaker {
  /// How far a clip is.
  public enum Phase: Equatable, Sendable {
    /// There is none, or the last one is only looked at.
    case idle
    /// It is being made: the service's word, and how much is done where the service says that.
    case working(step: String, fraction: Double?)
    /// It is there.
    case done(URL)
    /// It will not be: why, and whether it may be paid all the same, so that nobody should try again unasked.
    case failed(message: String, mayBePaid: Bool)
  }

  /// What the clip is to show.
  public var prompt = ""
  /// How long it is to be.
  public var duration = Veo3_1.Duration.seconds8
  /// How far the clip is.
  public private(set) var phase = Phase.idle

  private let service: any ClipService
  private let folder: URL
  private var work: Task<Void, Never>?

  /// Creates a maker.
  ///
  /// - Parameters:
  ///   - service: Where clips are made. With a ledger, no paid clip is lost.
  ///   - folder: Where they are saved.
  public init(_ service: any ClipService, savingIn folder: URL) {
    self.service = service
    self.folder = folder
  }

  /// Whether there is something to make, and nothing is being made.
  public var canStart: Bool {
    !prompt.allSatisfy(\.isWhitespace) && work == nil
  }

  /// Makes what is asked for.
  public func start() {
    guard canStart else { return }
    let request = Veo3_1(prompt: prompt, aspectRatio: .ratio16x9, duration: duration)
    run { maker in
      maker.phase = .working(step: "sending", fraction: nil)
      try await maker.make(request, at: maker.service)
    }
  }

  /// Goes on with what an earlier run of the app left. Call it when the app starts, and when it comes back
  /// to the foreground.
  public func resume() {
    guard work == nil else { return }
    run { maker in try await maker.finishOpenJobs(at: maker.service) }
  }

  /// Stops waiting, as when the view goes away. What is paid goes on, and ``resume()`` finds it.
  public func stop() { work?.cancel() }

  /// Waits until nothing is being made.
  public func finish() async { await work?.value }

  private func run(_ body: @escaping @MainActor (ClipMaker) async throws -> Void) {
    work = Task {
      do {
        try await body(self)
      } catch is CancellationError {
        phase = .idle
      } catch {
        let code = (error as? MediaError)?.code
        phase = .failed(
          message: (error as? MediaError)?.message ?? error.localizedDescription,
          mayBePaid: code == .outcomeUnknown || code == .timedOut)
      }
      work = nil
    }
  }

  private func make<Service: ClipService>(
    _ request: some HooxRequest, at service: Service
  ) async throws {
    try await follow(service.start(request), at: service)
  }

  private func finishOpenJobs<Service: ClipService>(at service: Service) async throws {
    for job in try await service.recover().jobs { try await follow(job, at: service) }
  }

  /// Shows a job until it has ended, and saves what it made.
  private func follow<Service: ClipService>(
    _ job: Job<Service.Output>, at service: Service
  ) async throws {
    for try await status in job.updates {
      phase = .working(step: status.rawStatus, fraction: status.progress)
    }
    do {
      // At once: it has ended.
      let file = try await service.save(job.result(), in: folder)
      try await job.acknowledge()
      phase = .done(file)
    } catch let error as MediaError
      where [.generationFailed, .generationCancelled].contains(error.code)
    {
      // There is nothing to come back for.
      try await job.acknowledge()
      throw error
    }
  }
}
