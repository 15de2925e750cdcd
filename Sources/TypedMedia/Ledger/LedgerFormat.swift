import Foundation

/// The way that a ledger's file is written: a line that says what it is, and then a line for each
/// event.
enum LedgerFormat {
  /// The first line. A file that begins otherwise is somebody else's, and is not touched.
  static let header = Data(#"{"format":"TypedMedia.FileLedger","version":1}"#.utf8) + [newline]

  /// The first line of a file in whose place a compaction has put another, for those who still reach it:
  /// through a mount, say.
  static let replacedHeader =
    Data(#"{"format":"TypedMedia.FileLedger","version":0}"#.utf8) + [newline]

  static let newline = UInt8(ascii: "\n")
}

/// An event, and how it is written.
struct LedgerLine: Sendable {
  let event: LedgerEvent
  /// The event as JSON, with its newline.
  let text: Data

  /// - Throws: ``MediaError``, where the event cannot be kept.
  init(_ event: LedgerEvent) throws {
    self.event = event
    text = try event.data() + [LedgerFormat.newline]
  }
}
