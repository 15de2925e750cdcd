import Foundation

/// The way that a file is replaced by one without what nobody needs any more.
extension LedgerFile {
  /// Leaves out the submissions that have been closed for longer than the retention, what acknowledged
  /// jobs made, and what was answered to submissions that are closed.
  mutating func compact() throws {
    if isDoubtful { try mend() }
    try place.check(file, hasLength: length)
    guard try file.status().linkCount <= 1 else {
      throw MediaError(
        .ledgerUnavailable,
        "\(place.path) has another name, a hard link, which a compaction would part it from. It was left as it is."
      )
    }
    let open = try openSubmissions()
    guard let stale = try staleSubmissions(but: open) else { return self.open.litter.clear() }
    let draft = try place.makeDraft()
    do {
      let newLength = try write(to: draft.file, leavingOut: stale, open)
      try place.check(file, hasLength: length)
      try place.put(draft.path)
      try goOn(with: draft.file, length: newLength, without: stale)
    } catch {
      // Once it is in its place, there is nothing of that name.
      OpenFile.remove(draft.path)
      throw error
    }
  }

  /// The submissions that have been closed for longer than the retention; `nil` where there is nothing
  /// to leave out.
  private func staleSubmissions(but open: OpenSubmissions) throws -> Set<UUID>? {
    let start = Date.now.addingTimeInterval(-(retention / .seconds(1)))
    var (stale, recent): (Set<UUID>, Set<UUID>) = ([], [])
    var canSlim = false
    try LedgerScan(file, path: place.path) { event, _ in
      let submission = open[event.submission]
      canSlim = canSlim || Self.slimmed(event, submission) != nil
      guard submission == nil, !recent.contains(event.submission), !event.isSum else { return }
      if event.date < start {
        stale.insert(event.submission)
      } else {
        stale.remove(event.submission)
        recent.insert(event.submission)
      }
    }
    return stale.isEmpty && !canSlim ? nil : stale
  }

  /// An event without what nobody needs of it; `nil` where that is nothing.
  ///
  /// - Parameter submission: Its submission; `nil` where that is closed.
  private static func slimmed(
    _ event: LedgerEvent, _ submission: LedgerSubmission?
  ) -> LedgerEvent? {
    let rest: LedgerEvent.Kind
    switch event.kind {
    case .accepted(let jobIDs, let results?, let statusURLs, let cost):
      let needed = results.filter { jobID, _ in
        submission.map { !$0.acknowledged.contains(jobID) } ?? false
      }
      guard needed.count < results.count else { return nil }
      rest = .accepted(
        jobIDs: jobIDs, results: needed.isEmpty ? nil : needed, statusURLs: statusURLs, cost: cost)
    case .lost(let reason, .some) where submission == nil: rest = .lost(reason: reason)
    default: return nil
    }
    return LedgerEvent(rest, of: event.submission, at: event.date)
  }

  /// Writes the ledger to an empty file, and returns its length there.
  private func write(
    to draft: OpenFile, leavingOut stale: Set<UUID>, _ open: OpenSubmissions
  ) throws -> Int {
    var length = 0
    var buffer = LedgerFormat.header
    func flush() throws {
      try draft.write(buffer, at: length)
      length += buffer.count
      buffer.removeAll(keepingCapacity: true)
    }
    var sums = ExpenseSums()
    try LedgerScan(file, path: place.path) { event, line in
      guard !stale.contains(event.submission), !event.isSum else { return sums.add(event) }
      let slim = Self.slimmed(event, open[event.submission]).flatMap { try? LedgerLine($0).text }
      // What cannot be written anew stays as it is.
      buffer.append(slim ?? line.text + [LedgerFormat.newline])
      if buffer.count > 65_536 { try flush() }
    }
    for expense in sums.all {
      buffer.append(try LedgerLine(LedgerEvent(.spent(expense), of: UUID())).text)
    }
    try flush()
    try draft.synchronize()
    return length
  }

  /// Goes on with a file that is in the place of this one, and was locked before it was there.
  private mutating func goOn(
    with new: OpenFile, length newLength: Int, without stale: Set<UUID>
  ) throws {
    let old = file
    (file, length) = (new, newLength)
    open.forget(stale)
    isDoubtful = true
    // Who still reaches the old one, through a mount, is told. Before the new one's name is sure to
    // survive a crash, that could be anybody.
    if try place.synchronize() { try? old.write(LedgerFormat.replacedHeader, at: 0) }
    isDoubtful = false
  }
}
