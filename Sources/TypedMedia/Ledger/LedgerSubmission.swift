public import Foundation

/// A submission, as its events tell it.
public struct LedgerSubmission: Hashable, Sendable, Identifiable {
  /// The ID, which the client made.
  public let id: UUID
  /// The submission that was about to be sent.
  public let intent: LedgerIntent
  /// The date when it was about to be sent.
  public let date: Date
  /// The state.
  public private(set) var state: State
  /// The jobs that the service accepted; empty before it did. What one made is no longer in its handle
  /// once the app has acknowledged it.
  public private(set) var jobs: [JobHandle] = []
  /// The IDs of those of ``jobs`` that the app has acknowledged.
  public private(set) var acknowledged: Set<String> = []
  /// The price, as the service said when it accepted it, when it was asked beforehand, or when it was done;
  /// `nil` where it did not, or has not accepted it.
  public private(set) var cost: Cost?
  /// The date of the last event.
  public private(set) var lastChange: Date

  /// The state of a submission.
  public enum State: Hashable, Sendable {
    /// It was about to be sent, and what became of it was not kept: it may have been accepted.
    case intended
    /// The service accepted it.
    case accepted
    /// The service did not: it has cost nothing.
    case refused(reason: String)
    /// It may have been accepted: nothing came back, or something from which no job could be read, which
    /// is in `response`.
    case lost(reason: String, response: ReceivedResponse? = nil)
    /// Somebody found out that it was not accepted, or no longer cares.
    case abandoned
  }

  /// Tells whether it is not known if it was accepted. Somebody has to find out.
  public var isUnsettled: Bool {
    switch state {
    case .intended, .lost: true
    case .accepted, .refused, .abandoned: false
    }
  }

  /// The service's answer, where no job could be read from it: what to settle the submission by.
  /// `nil` where nothing came back, and once it is settled.
  public var response: ReceivedResponse? {
    if case .lost(_, let response) = state { response } else { nil }
  }

  /// The jobs that the app has not acknowledged.
  public var openJobs: [JobHandle] { jobs.filter { !acknowledged.contains($0.id) } }

  /// Tells whether nothing is left to do: it was refused or abandoned, or all jobs were
  /// acknowledged.
  public var isClosed: Bool {
    !isUnsettled && jobs.allSatisfy { acknowledged.contains($0.id) }
  }

  /// Puts the events of a ledger together, in the order in which the submissions began.
  ///
  /// An event of a submission whose beginning is missing is left out.
  ///
  /// - Returns: The submissions.
  public static func folding(_ events: some Sequence<LedgerEvent>) -> [LedgerSubmission] {
    var folding = LedgerFolding()
    for event in events { folding.add(event) }
    return folding.submissions
  }

  /// Begins a submission; `nil` where `event` is not the beginning of one.
  init?(_ event: LedgerEvent) {
    guard case .intended(let intent) = event.kind else { return nil }
    id = event.submission
    self.intent = intent
    date = event.date
    lastChange = event.date
    state = .intended
  }

  /// Tells the submission what happened next.
  mutating func apply(_ event: LedgerEvent) {
    lastChange = event.date
    switch event.kind {
    case .intended, .spent: break
    case .accepted(let ids, let results, let statusURLs, let cost):
      // A service may say what it cost when it is done. By then nobody has acknowledged it.
      if state != .accepted || self.cost == nil && acknowledged.isEmpty { self.cost = cost }
      state = .accepted
      add(ids, results ?? [:], statusURLs ?? [:], at: event.date)
    case .acknowledged(let id):
      acknowledged.insert(id)
      for index in jobs.indices where jobs[index].id == id { jobs[index].result = nil }
    // What was paid stays paid, whatever else is said of it.
    case _ where state == .accepted: break
    case .refused(let reason): state = .refused(reason: reason)
    case .lost(let reason, let response):
      // An attempt that brings nothing takes nothing from what an earlier one brought.
      state = .lost(reason: reason, response: response ?? self.response)
    case .abandoned: state = .abandoned
    }
  }

  /// Adds the jobs that are not known yet: what was accepted once is never forgotten.
  private mutating func add(
    _ ids: [String], _ results: [String: JSON], _ statusURLs: [String: URL], at date: Date
  ) {
    // Where there are several, a set tells them apart, of which one alone has no need.
    var known = ids.count + jobs.count > 1 ? Set(jobs.map(\.id)) : nil
    for id in ids where known?.insert(id).inserted ?? true {
      jobs.append(
        JobHandle(
          service: intent.service, model: intent.model, id: id, submittedAt: date,
          submission: self.id, statusURL: statusURLs[id]))
    }
    guard !results.isEmpty else { return }
    for index in jobs.indices
    where jobs[index].result == nil && !acknowledged.contains(jobs[index].id) {
      jobs[index].result = results[jobs[index].id]
    }
  }
}

/// Puts the events of a ledger together, one after the other.
struct LedgerFolding {
  /// The submissions, in the order in which they began.
  private(set) var submissions: [LedgerSubmission] = []
  private var places: [UUID: Int] = [:]

  mutating func add(_ event: LedgerEvent) {
    if let place = places[event.submission] {
      submissions[place].apply(event)
    } else if let submission = LedgerSubmission(event) {
      places[event.submission] = submissions.count
      submissions.append(submission)
    }
  }
}
