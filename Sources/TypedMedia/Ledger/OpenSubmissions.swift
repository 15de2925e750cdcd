import Foundation

/// What is open in a ledger, so that nobody has to read its file to know.
///
/// Of what is closed it keeps the IDs, and no more.
struct OpenSubmissions {
  /// The amount that of the file nobody needs.
  var litter: LedgerLitter
  /// The submissions that were closed, and may be open again by a later event. What they are has to be
  /// read from the file once more.
  private var reopened: Set<UUID> = []

  private var entries: [UUID: Entry] = [:]
  /// The submissions in which the job of an ID is open: services may give the same one.
  private var owners: [String: Owners] = [:]
  /// An event that is there twice does not begin a submission again.
  private var closed: Set<UUID> = []
  private var count = 0
  /// What is open in the end, and so is kept though it was closed for a while.
  private var lasting: Set<UUID>

  init(litter: LedgerLitter) {
    self.litter = litter
    lasting = []
  }

  /// Begins anew, to be told all that the file tells, because what `last` knows is not all.
  init(litter: LedgerLitter, after last: OpenSubmissions) {
    self.litter = litter
    lasting = last.reopened.union(last.entries.keys)
  }

  /// Tells whether this is all that is open.
  var isWhole: Bool { reopened.isEmpty }

  private struct Entry {
    var submission: LedgerSubmission
    /// Its place in the order in which they began.
    let number: Int
    /// The number of bytes that of the file it takes up, without what counts as litter.
    var size: Int
    /// The number of bytes that of that go with the result of a job once that is acknowledged.
    var results: [String: Int] = [:]
  }

  /// The submissions of a job's ID: nearly always one, for which no set has to be made.
  private struct Owners {
    private var first: UUID
    private var others: Set<UUID> = []

    init(_ id: UUID) { first = id }

    var all: [UUID] { [first] + others }

    mutating func insert(_ id: UUID) { if id != first { others.insert(id) } }

    /// Takes an ID out; `false` where none would be left.
    mutating func remove(_ id: UUID) -> Bool {
      guard id == first else {
        others.remove(id)
        return true
      }
      guard let other = others.popFirst() else { return false }
      first = other
      return true
    }
  }

  /// All of them, in the order in which they began.
  var all: [LedgerSubmission] {
    entries.values.sorted { $0.number < $1.number }.map(\.submission)
  }

  /// The one with an ID; `nil` where that is closed, or unknown.
  subscript(id: UUID) -> LedgerSubmission? { entries[id]?.submission }

  /// Those in which the job with an ID is open.
  func withOpenJob(_ id: String) -> [LedgerSubmission] {
    (owners[id]?.all ?? []).compactMap { entries[$0] }.sorted { $0.number < $1.number }
      .map(\.submission)
  }

  /// Adds what happened next, which takes up `size` bytes of the file.
  mutating func add(_ event: LedgerEvent, size: Int) {
    // A sum is of nothing that is open, and stays.
    if case .spent = event.kind { return }
    let id = event.submission
    guard let place = entries.index(forKey: id) ?? begin(event) else {
      litter.add(size, closedOn: event.date)
      if event.kind.mayReopen { reopened.insert(id) }
      return
    }
    entries.values[place].size += size
    entries.values[place].submission.apply(event)
    switch event.kind {
    case .accepted(let jobIDs, let results, _, _):
      let acknowledged = entries.values[place].submission.acknowledged
      for jobID in jobIDs where acknowledged.isEmpty || !acknowledged.contains(jobID) {
        owners[jobID, default: Owners(id)].insert(id)
      }
      let results = results ?? [:]
      for jobID in results.keys {
        entries.values[place].results[jobID, default: 0] += size / results.count
        if acknowledged.contains(jobID) { dropResult(of: jobID, at: place) }
      }
    case .acknowledged(let jobID):
      disown(jobID, by: id)
      dropResult(of: jobID, at: place)
    case .intended, .refused, .lost, .abandoned, .spent: break
    }
    if !lasting.contains(id) { settle(id) }
  }

  /// Forgets what was left out of the file.
  mutating func forget(_ stale: Set<UUID>) {
    closed.subtract(stale)
    litter.clear()
  }

  /// Ends what ``init(litter:after:)`` began, when all is told: what is closed after all goes.
  ///
  /// What still seems to have been opened again was closed once more, or has no beginning.
  mutating func settle() {
    for id in lasting { settle(id) }
    lasting = []
    reopened = []
  }

  private mutating func begin(_ event: LedgerEvent) -> Dictionary<UUID, Entry>.Index? {
    let id = event.submission
    guard !closed.contains(id), let submission = LedgerSubmission(event) else { return nil }
    entries[id] = Entry(submission: submission, number: count, size: 0)
    count += 1
    return entries.index(forKey: id)
  }

  private mutating func disown(_ jobID: String, by id: UUID) {
    guard let place = owners.index(forKey: jobID) else { return }
    if !owners.values[place].remove(id) { owners.remove(at: place) }
  }

  private mutating func dropResult(of jobID: String, at place: Dictionary<UUID, Entry>.Index) {
    guard let size = entries.values[place].results.removeValue(forKey: jobID) else { return }
    entries.values[place].size -= size
    litter.add(size)
  }

  private mutating func settle(_ id: UUID) {
    guard let place = entries.index(forKey: id), entries.values[place].submission.isClosed else {
      return
    }
    let entry = entries.remove(at: place).value
    closed.insert(id)
    litter.add(entry.size, closedOn: entry.submission.lastChange)
  }
}

extension LedgerEvent.Kind {
  /// Tells whether a submission that is closed may be open after it.
  fileprivate var mayReopen: Bool {
    switch self {
    case .accepted(let jobIDs, _, _, _): !jobIDs.isEmpty
    case .lost: true
    case .intended, .refused, .abandoned, .acknowledged, .spent: false
    }
  }
}
