import Foundation

extension OpenFile {
  /// A line of a file.
  struct Line {
    /// What it says, without its newline.
    let text: Data
    /// Whether it has a newline. Only the last may have none.
    let isTerminated: Bool
    /// Where it ends, its newline included.
    let end: Int
  }

  /// Calls `body` with each of the lines from `offset` on, of which one at a time is in memory.
  func forEachLine(from offset: Int, _ body: (Line) throws -> Void) throws {
    var offset = offset
    var rest = Data()
    while true {
      let piece = try read(at: offset, upTo: 65_536)
      offset += piece.count
      var lines = piece.split(
        separator: LedgerFormat.newline, maxSplits: .max, omittingEmptySubsequences: false)
      // Behind the last newline begins a line whose end is in the next piece.
      let beginning = lines.popLast() ?? Data()
      for line in lines {
        rest.append(line)
        let end = offset - (piece.endIndex - line.endIndex) + 1
        try body(Line(text: rest, isTerminated: true, end: end))
        rest = Data()
      }
      rest.append(beginning)
      if piece.isEmpty { break }
    }
    if !rest.isEmpty { try body(Line(text: rest, isTerminated: false, end: offset)) }
  }
}
