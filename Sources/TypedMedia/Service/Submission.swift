/// What a service accepted: a job for each thing that it makes.
///
/// It is a view of the service's own JSON: what has no property here is in ``object``.
public struct Submission<Output: Sendable>: Sendable {
  /// The jobs, in the service's order. There is at least one.
  public let jobs: [Job<Output>]
  /// The first job; the only one unless the request asks for several things.
  public let job: Job<Output>
  /// What it costs: as the service says in its answer, else as it said when it was asked beforehand;
  /// `nil` where it said nothing.
  public let cost: Cost?
  /// The whole answer, in the service's spelling; empty where it is no object, as where a model that answers at
  /// once makes something else.
  public let object: JSONObject

  init<Service: MediaService>(
    _ accepted: AcceptedSubmission, at client: Service,
    asJobsOf service: some ReportingService<Output>
  ) throws {
    // Whatever it is that names the jobs, they are paid.
    object = (try? accepted.answer.json)?.object ?? [:]
    cost = accepted.cost
    jobs = accepted.jobs.map(service.job)
    guard let first = jobs.first else { throw Service.error(withoutJobsIn: object) }
    job = first
  }
}

extension Submission: Hashable {
  /// Whether both are the same answer.
  public static func == (first: Self, second: Self) -> Bool { first.object == second.object }
  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(object) }
}
