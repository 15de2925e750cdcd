import Foundation

/// What is in a ledger's file, as far as it is whole.
struct LedgerScan {
  /// What to read of each event.
  enum Detail {
    /// All of it.
    case whole
    /// What tells how its submission stands, without what was submitted.
    case outline
  }

  /// The events, in their order.
  private(set) var events: [LedgerEvent] = []
  /// Where the last whole line ends. What is behind it was torn by a crash.
  private(set) var end = LedgerFormat.header.count
  /// Whether the last whole line has its newline.
  private(set) var isTerminated = true

  /// Reads `file`, which errors call `path`.
  ///
  /// - Throws: ``MediaError``, where the file is not a ledger, or where a line cannot be read that no
  ///   crash has torn: it is JSON, or there are good lines behind it.
  init(_ file: OpenFile, _ detail: Detail, path: String) throws {
    guard try file.read(at: 0, upTo: end) == LedgerFormat.header else {
      throw MediaError(
        .ledgerUnavailable,
        "\(path):1 is not the first line of a ledger that this version can read. The file was left as it is."
      )
    }
    var number = 1
    var firstTorn: Int?
    try file.forEachLine(from: end) { line in
      number += 1
      do {
        let event = try LedgerFormat.event(line.text)
        if let firstTorn { throw Self.unreadable(path, firstTorn, "it is not JSON") }
        events.append(detail == .whole ? event : event.outline)
        end = line.end
        isTerminated = line.isTerminated
      } catch let error as DecodingError {
        // A part of a JSON object is not JSON, so this was written as it is.
        if (try? JSON(parsing: line.text)) != nil {
          throw Self.unreadable(path, number, "it is not an event that this version knows", error)
        }
        firstTorn = firstTorn ?? number
      }
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

extension LedgerEvent {
  fileprivate var outline: LedgerEvent {
    guard case .intended(let intent) = kind else { return self }
    let outline = LedgerIntent(
      service: intent.service, model: intent.model, path: [], body: .null)
    return LedgerEvent(.intended(outline), of: submission, at: date)
  }
}
