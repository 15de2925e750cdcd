import Foundation

/// How a ledger's file is written: a line that says what it is, and then a line for each event.
enum LedgerFormat {
  /// The first line. A file that begins otherwise is somebody else's, and is not touched.
  static let header = Data(#"{"format":"TypedMedia.FileLedger","version":1}"#.utf8) + [newline]

  static let newline = UInt8(ascii: "\n")

  /// The line for `event`, with its newline.
  static func line(_ event: LedgerEvent) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // An event's date has whole milliseconds: as integers they read back as the same date.
    encoder.dateEncodingStrategy = .custom { date, encoder in
      try Int64((date.timeIntervalSince1970 * 1_000).rounded()).encode(to: encoder)
    }
    do {
      let line = try encoder.encode(event)
      // A line that cannot be read would make the whole ledger unreadable.
      _ = try self.event(line)
      return line + [newline]
    } catch {
      throw MediaError(
        .ledgerUnavailable,
        "The event cannot be kept as JSON: it is nested too deeply, or has a number that is too large.",
        underlyingError: error)
    }
  }

  /// The event of `line`.
  static func event(_ line: Data) throws -> LedgerEvent {
    try decoder.decode(LedgerEvent.self, from: line)
  }

  /// The submission that the event of `line` is about.
  static func submission(_ line: Data) throws -> UUID {
    try decoder.decode(Owner.self, from: line).submission
  }

  private struct Owner: Decodable { let submission: UUID }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      Date(timeIntervalSince1970: Double(try Int64(from: decoder)) / 1_000)
    }
    return decoder
  }
}
