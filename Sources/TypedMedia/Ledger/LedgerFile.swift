import Foundation

/// The file of a ledger, which is whole up to ``length``. It belongs to one thread at a time.
struct LedgerFile {
  /// The place where the last line ends, and the next one goes.
  var length = LedgerFormat.header.count
  /// What the file tells is open.
  var open: OpenSubmissions
  /// The file, which is locked.
  var file: OpenFile
  /// Tells whether a part of a line may be behind ``length``, or the file's name not survive a
  /// crash.
  var isDoubtful = false

  let place: LedgerPlace
  let retention: Duration

  /// Opens the file at `url`, made if need be, and cuts off what a crash has torn.
  init(at url: URL, retention: Duration) throws {
    place = try LedgerPlace(url)
    self.retention = retention
    file = try place.open()
    open = OpenSubmissions(litter: LedgerLitter(retention: retention, at: .now))
    if try file.status().size == 0 { try begin() }
    let scan = try LedgerScan(file, path: place.path) { event, line in
      open.add(event, size: line.end - length)
      length = line.end
    }
    // What was not torn, but may not have reached the disk either, is saved now.
    try mend()
    if !scan.isTerminated { try write(Data([LedgerFormat.newline])) }
    place.removeDrafts()
    // Compacting can wait, unlike those who want to know what is open.
    let litter = open.litter.size(on: .now)
    if litter > 0, litter >= length / 4 { try? compact() }
  }

  /// Everything that the file tells.
  func submissions() throws -> [LedgerSubmission] {
    var folding = LedgerFolding()
    try LedgerScan(file, path: place.path) { event, _ in folding.add(event) }
    return folding.submissions
  }

  /// The submissions that began last, in the order in which they began.
  ///
  /// The file is read from near its end, and from further back until there are enough.
  func latestSubmissions(_ count: Int) throws -> [LedgerSubmission] {
    guard count > 0 else { return [] }
    var reach = 65_536
    while reach < length {
      // Where a line cannot be read, reading all of them tells which.
      if let latest = try? submissions(from: length - reach), latest.count >= count {
        return latest.suffix(count)
      }
      reach = reach > length / 4 ? length : reach * 4
    }
    return try submissions().suffix(count)
  }

  /// Those that began behind `start`, which is most often within a line.
  private func submissions(from start: Int) throws -> [LedgerSubmission] {
    var folding = LedgerFolding()
    var isFirst = true
    try file.forEachLine(from: start) { line in
      defer { isFirst = false }
      guard !isFirst, line.end <= length else { return }
      folding.add(try LedgerEvent(parsing: line.text))
    }
    return folding.submissions
  }

  /// What all that was accepted has cost.
  func expenses() throws -> [LedgerExpense] {
    var sums = ExpenseSums()
    try LedgerScan(file, path: place.path) { event, _ in sums.add(event) }
    return sums.all
  }

  /// What the file tells is open. It is read only where that cannot be told without.
  mutating func openSubmissions() throws -> OpenSubmissions {
    if !open.isWhole {
      var again = OpenSubmissions(
        litter: LedgerLitter(retention: retention, at: .now), after: open)
      var start = LedgerFormat.header.count
      try LedgerScan(file, path: place.path) { event, line in
        again.add(event, size: line.end - start)
        start = line.end
      }
      again.settle()
      open = again
    }
    return open
  }

  /// Appends `lines`, or nothing of them.
  mutating func append(_ lines: [LedgerLine]) throws {
    try write(lines.reduce(into: Data()) { $0.append($1.text) })
    for line in lines { open.add(line.event, size: line.text.count) }
  }

  /// Cuts off what is behind the last line, and sees to it that the rest survives a crash.
  mutating func mend() throws {
    try file.truncate(to: length)
    try file.synchronize()
    try place.synchronize()
    isDoubtful = false
  }

  private mutating func write(_ text: Data) throws {
    if isDoubtful { try mend() }
    try place.check(file, hasLength: length)
    do {
      isDoubtful = true
      try file.write(text, at: length)
      try file.synchronize()
      isDoubtful = false
      length += text.count
    } catch {
      // Where even this fails, the next one to append tries again first.
      try? mend()
      throw error
    }
  }

  /// Makes a ledger of a file that is empty.
  private func begin() throws {
    do {
      try file.write(LedgerFormat.header, at: 0)
    } catch {
      try? file.truncate(to: 0)
      throw error
    }
  }
}
