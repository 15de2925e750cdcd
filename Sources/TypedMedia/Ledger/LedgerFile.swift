import Foundation

/// The file of a ledger, which is whole up to ``length``. It belongs to one thread at a time.
struct LedgerFile {
  /// Where the last line ends, and the next one goes.
  private(set) var length = LedgerFormat.header.count

  private let url: URL
  private let retention: Duration
  private var file: OpenFile
  /// Whether a part of a line may be behind ``length``, or the file's name not survive a crash.
  private var isDoubtful = false

  /// Opens the file at `url`, made if need be, and cuts off what a crash has torn.
  init(at url: URL, retention: Duration) throws {
    self.url = url
    self.retention = retention
    // A compaction that was interrupted left it; the file itself is whole.
    OpenFile.remove(Self.draft(of: url))
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    if attributes?[.size] as? Int ?? 0 == 0 { _ = try Self.replace(url) { _ in } }
    file = try OpenFile(at: url)
    let scan = try LedgerScan(file, .outline, path: url.path)
    length = scan.end
    // What was not torn, but may not have reached the disk either, is saved now.
    try mend()
    if !scan.isTerminated { try append(Data([LedgerFormat.newline])) }
    // Compacting can wait, unlike those who want to know what is open.
    try? compact(scan.events)
  }

  /// Everything that the file tells.
  func events() throws -> [LedgerEvent] {
    try LedgerScan(file, .whole, path: url.path).events
  }

  /// Appends `lines`, or nothing of them.
  mutating func append(_ lines: Data) throws {
    if isDoubtful { try mend() }
    do {
      isDoubtful = true
      try file.write(lines, at: length)
      try file.synchronize()
      isDoubtful = false
      length += lines.count
    } catch {
      // Where even this fails, the next one to append tries again first.
      try? mend()
      throw error
    }
  }

  /// Leaves out the submissions that have been closed for longer than the retention.
  mutating func compact() throws {
    if isDoubtful { try mend() }
    try compact(LedgerScan(file, .outline, path: url.path).events)
  }

  private mutating func compact(_ events: [LedgerEvent]) throws {
    let start = Date.now.addingTimeInterval(-(retention / .seconds(1)))
    let all = LedgerSubmission.folding(events)
    let kept = Set(all.lazy.filter { !$0.isClosed || $0.lastChange >= start }.map(\.id))
    guard kept.count < all.count else { return }
    let replacement = try Self.replace(url) { write in
      try file.forEachLine(from: LedgerFormat.header.count) { line in
        guard kept.contains(try LedgerFormat.submission(line.text)) else { return }
        try write(line.text + [LedgerFormat.newline])
      }
    }
    (file, length) = replacement
    isDoubtful = true
    try mend()
  }

  private mutating func mend() throws {
    try file.truncate(to: length)
    try file.synchronize()
    try OpenFile.synchronize(folder: url.deletingLastPathComponent())
    isDoubtful = false
  }

  /// Puts a new ledger in the place of the one at `url`, and returns it with its length. Whenever this
  /// is interrupted, there is either the old one or the new one.
  private static func replace(
    _ url: URL, lines: (_ write: (Data) throws -> Void) throws -> Void
  ) throws -> (OpenFile, Int) {
    let draft = draft(of: url)
    let file = try OpenFile(emptyAt: draft)
    // Once it is moved, there is nothing of that name; before, it takes up room on a full disk.
    defer { OpenFile.remove(draft) }
    var length = 0
    var buffer = LedgerFormat.header
    func flush() throws {
      try file.write(buffer, at: length)
      length += buffer.count
      buffer.removeAll()
    }
    try lines { line in
      buffer.append(line)
      if buffer.count > 65_536 { try flush() }
    }
    try flush()
    try file.synchronize()
    try OpenFile.move(draft, to: url)
    return (file, length)
  }

  private static func draft(of url: URL) -> URL { url.appendingPathExtension("new") }
}
