/// Makes tables of texts.
struct NameTableBuilder {
  private(set) var slots: [NameTable.Slot] = []
  private(set) var bytes: [UInt8] = []

  /// A text that a table is made of.
  struct Entry {
    let text: NameTable.Text
    let value: Int32
    var bit: UInt64
  }

  /// More slots than these in a row, and texts have been made to be hard to find.
  private static let longestRun = 16

  /// Adds a text.
  mutating func text(_ string: String) -> NameTable.Text {
    let start = bytes.count
    string.withBytes { bytes.append(contentsOf: $0) }
    return NameTable.Text(start: start, count: bytes.count - start)
  }

  /// Makes a table of texts, or returns `nil` if too many look alike.
  mutating func table(of entries: [Entry]) -> NameTable? {
    var size = 1
    while size < 2 * entries.count { size *= 2 }
    guard bytes.count < Int32.max, slots.count + size < Int32.max else { return nil }
    let table = NameTable(start: Int32(slots.count), mask: UInt32(size - 1))
    slots.append(contentsOf: repeatElement(NameTable.Slot(), count: size))
    let first = slots.count - size
    let isFound = bytes.withUnsafeBufferPointer { bytes in
      for entry in entries {
        let text = UnsafeBufferPointer(
          rebasing: bytes[entry.text.start..<entry.text.start + entry.text.count])
        let mark = NameTable.mark(of: text)
        var (index, run) = (Int(mark) & (size - 1), 0)
        while slots[first + index].mark != 0, run < Self.longestRun {
          (index, run) = ((index + 1) & (size - 1), run + 1)
        }
        guard run < Self.longestRun else { return false }
        slots[first + index] = NameTable.Slot(
          mark: mark, start: Int32(entry.text.start), count: Int32(entry.text.count),
          value: entry.value, bit: entry.bit)
      }
      return true
    }
    return isFound ? table : nil
  }
}
