/// Texts, and for each a number, found by a few of their bytes.
///
/// The slots of a table are a power of two, at least twice as many as there are texts, and a text is in the
/// slot that its bytes say or in one of the next.
struct NameTable: BitwiseCopyable {
  /// A place for a text.
  struct Slot: BitwiseCopyable {
    /// The mark of the text; zero where there is none.
    var mark: UInt32 = 0
    /// Where its bytes are.
    var start: Int32 = 0
    var count: Int32 = 0
    /// What is known by it.
    var value: Int32 = 0
    /// What is to be remembered when it is found.
    var bit: UInt64 = 0
  }

  /// Where a text is, among the bytes of all.
  struct Text: BitwiseCopyable {
    var start: Int
    var count: Int
  }

  let start: Int32
  let mask: UInt32

  /// Finds a text among those of the table.
  @inline(__always)
  func slot(
    of text: UnsafeBufferPointer<UInt8>, _ slots: UnsafePointer<Slot>, _ bytes: UnsafePointer<UInt8>
  ) -> UnsafePointer<Slot>? {
    let mark = Self.mark(of: text)
    var index = mark & mask
    while true {
      let slot = slots + Int(start) + Int(index)
      if slot.pointee.mark == 0 { return nil }
      if slot.pointee.mark == mark, Int(slot.pointee.count) == text.count,
        Self.areEqual(bytes + Int(slot.pointee.start), text)
      {
        return slot
      }
      index = (index &+ 1) & mask
    }
  }

  /// A number that differs for most texts: of their lengths, and of how they begin and end. It is never zero.
  @inline(__always)
  static func mark(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let count = text.count
    let raw = UnsafeRawBufferPointer(text)
    var ends: UInt64
    if count >= 8 {
      ends = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      ends ^= raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) &* 0x9e37_79b9_7f4a_7c15
    } else if count >= 4 {
      ends = UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)) << 32
      ends |= UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else if count > 0 {
      ends = UInt64(raw[0]) | UInt64(raw[count / 2]) << 8 | UInt64(raw[count - 1]) << 16
    } else {
      ends = 0
    }
    let product = (ends ^ UInt64(truncatingIfNeeded: count)) &* 0x9e37_79b9_7f4a_7c15
    return UInt32(truncatingIfNeeded: product >> 32) | 1 << 31
  }

  /// Tells whether what is at a place are the bytes of a text of the same length.
  @inline(__always)
  static func areEqual(_ left: UnsafePointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = text.count
    let (left, right) = (UnsafeRawPointer(left), UnsafeRawBufferPointer(text))
    // A loop that calls nothing leaves it to be seen that the text stays where it is.
    var offset = 0
    while offset + 8 <= count {
      if left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    while offset < count {
      if left.load(fromByteOffset: offset, as: UInt8.self) != right[offset] { return false }
      offset += 1
    }
    return true
  }
}
