/// A place in a text.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int

  /// Creates a position from a line and a column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension SourcePosition: Comparable {
  /// Tells whether `left` comes before `right` in the text.
  ///
  /// - Returns: `true` if it is.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension SourcePosition: CustomStringConvertible {
  /// The line and the column: `3:5`.
  public var description: String { "\(line):\(column)" }
}

extension SourcePosition {
  /// Finds the place of the byte at `offset`.
  ///
  /// Counting from the start each time keeps the parser free of bookkeeping; a place is asked for
  /// only when something is wrong. A byte order mark takes no column.
  init(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var line = 1
    var column = 1
    var index = bytes.startsWithByteOrderMark ? 3 : 0
    while index < min(offset, bytes.count) {
      switch bytes[index] {
      case UInt8(ascii: "\r") where bytes.dropFirst(index + 1).first == UInt8(ascii: "\n"):
        break  // The line feed after it ends the line.
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        line += 1
        column = 1
      case 0x80...0xBF:
        break  // The rest of a scalar that has been counted.
      default:
        column += 1
      }
      index += 1
    }
    self.init(line: line, column: column)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Tells whether the text starts with the UTF-8 form of U+FEFF.
  var startsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }
}
