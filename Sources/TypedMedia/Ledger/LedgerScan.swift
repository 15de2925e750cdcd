import Foundation

/// Reads a ledger's file from its beginning, as far as it is whole: what is behind the last event was
/// torn by a crash.
struct LedgerScan {
  /// Tells whether the last whole line has its newline.
  private(set) var isTerminated = true

  /// Calls `body` with each event, in their order, and with the line that it is in.
  ///
  /// - Parameter path: What errors call the file.
  /// - Throws: ``MediaError``, where the file is not a ledger, or where a line cannot be read that no
  ///   crash has torn: it is JSON, or there are good lines behind it.
  @discardableResult
  init(
    _ file: OpenFile, path: String, _ body: (LedgerEvent, OpenFile.Line) throws -> Void
  ) throws {
    try Self.checkHeader(of: file, path)
    var number = 1
    var firstTorn: Int?
    try file.forEachLine(from: LedgerFormat.header.count) { line in
      number += 1
      let event: LedgerEvent
      do {
        event = try LedgerEvent(parsing: line.text)
      } catch let error as JSONMismatch {
        // A part of a JSON object is not JSON, so this was written as it is.
        throw Self.unreadable(path, number, "it is not an event that this version knows", error)
      } catch {
        firstTorn = firstTorn ?? number
        return
      }
      if let firstTorn { throw Self.unreadable(path, firstTorn, "it is not JSON") }
      try body(event, line)
      isTerminated = line.isTerminated
    }
  }

  private static func checkHeader(of file: OpenFile, _ path: String) throws {
    let header = try file.read(at: 0, upTo: LedgerFormat.header.count)
    guard header != LedgerFormat.replacedHeader else {
      throw MediaError(
        .ledgerUnavailable,
        "\(path) is what the ledger was before a compaction put a new file in its place, which is elsewhere by now. Open that one."
      )
    }
    guard header == LedgerFormat.header else {
      throw MediaError(
        .ledgerUnavailable,
        "\(path):1 is not the first line of a ledger that this version can read. The file was left as it is."
      )
    }
  }

  private static func unreadable(
    _ path: String, _ number: Int, _ reason: String, _ error: (any Error)? = nil
  ) -> MediaError {
    MediaError(
      .ledgerUnavailable,
      "\(path):\(number) cannot be read: \(reason). Mend the line, or take it out; the file was left as it is.",
      underlyingError: error)
  }
}
