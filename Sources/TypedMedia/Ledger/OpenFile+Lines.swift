import Foundation

extension OpenFile {
  /// A line of a file.
  struct Line {
    /// What it says, without its newline.
    let text: Data
    /// Tells whether it has a newline. Only the last may have none.
    let isTerminated: Bool
    /// The place where it ends, its newline included.
    let end: Int
  }

  /// Calls `body` with each of the lines from `offset` on, of which one at a time is in memory.
  func forEachLine(from offset: Int, _ body: (Line) throws -> Void) throws {
    var offset = offset
    /// The beginning of a line whose end is in the next piece.
    var beginning = Data()
    while true {
      let piece = try read(at: offset, upTo: 262_144)
      guard !piece.isEmpty else { break }
      var rest = piece
      while let end = rest.offset(ofFirst: LedgerFormat.newline) {
        let text = rest.prefix(end)
        rest = rest.dropFirst(end + 1)
        try body(
          Line(
            text: beginning.isEmpty ? text : beginning + text, isTerminated: true,
            end: offset + piece.count - rest.count))
        beginning = Data()
      }
      beginning.append(rest)
      offset += piece.count
    }
    if !beginning.isEmpty { try body(Line(text: beginning, isTerminated: false, end: offset)) }
  }
}

extension Data {
  /// The number of bytes that are in front of the first `byte`; `nil` where there is none.
  fileprivate func offset(ofFirst byte: UInt8) -> Int? {
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let place = memchr(start, Int32(byte), bytes.count)
      else { return nil }
      return UnsafeRawPointer(place) - start
    }
  }
}
