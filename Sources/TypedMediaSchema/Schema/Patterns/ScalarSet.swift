/// A set of Unicode scalars as simple patterns name them: any of ASCII, and of the others all spaces, all line
/// breaks, or all the rest.
struct ScalarSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var others: Others = []

  /// The parts of what is beyond ASCII.
  private struct Others: OptionSet, Sendable {
    let rawValue: UInt8

    static let breaks = Others(rawValue: 1 << 0)
    static let spaces = Others(rawValue: 1 << 1)
    static let rest = Others(rawValue: 1 << 2)
    static let all: Others = [.breaks, .spaces, .rest]
  }

  static let digits = ScalarSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
  static let word = digits.union(ScalarSet(UInt8(ascii: "A")...UInt8(ascii: "Z")))
    .union(ScalarSet(UInt8(ascii: "a")...UInt8(ascii: "z"))).union(ScalarSet(UInt8(ascii: "_")))
  static let spaces: ScalarSet = {
    var set = ScalarSet(0x09...0x0D).union(ScalarSet(UInt8(ascii: " ")))
    set.others = [.breaks, .spaces]
    return set
  }()
  /// What a dot stands for.
  static let allButBreaks: ScalarSet = {
    var breaks = ScalarSet(0x0A).union(ScalarSet(0x0D))
    breaks.others = .breaks
    return breaks.inverted
  }()

  init() {}

  /// Creates a set of one scalar of ASCII.
  init(_ byte: UInt8) { self.init(byte...byte) }

  /// Creates a set of scalars of ASCII.
  init(_ range: ClosedRange<UInt8>) {
    for byte in range where byte < 0x80 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  func union(_ other: ScalarSet) -> ScalarSet {
    var set = self
    set.low |= other.low
    set.high |= other.high
    set.others.formUnion(other.others)
    return set
  }

  var inverted: ScalarSet {
    var set = self
    set.low = ~low
    set.high = ~high
    set.others = Others.all.subtracting(others)
    return set
  }

  func isDisjoint(with other: ScalarSet) -> Bool {
    low & other.low == 0 && high & other.high == 0 && others.isDisjoint(with: other.others)
  }

  /// The number of bytes of the scalar at `offset` of a text in UTF-8, if it is in the set, else zero.
  func length(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard offset < text.count else { return 0 }
    let byte = text[offset]
    if byte < 64 { return Int(truncatingIfNeeded: low >> UInt64(byte) & 1) }
    if byte < 128 { return Int(truncatingIfNeeded: high >> UInt64(byte - 64) & 1) }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard offset + length <= text.count else { return 0 }
    return others.contains(Self.kind(at: offset, in: text)) ? length : 0
  }

  /// The kind of the scalar beyond ASCII at `offset`, by ECMA-262's list of spaces.
  private static func kind(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Others {
    let second = text[offset + 1]
    switch text[offset] {
    case 0xC2: return second == 0xA0 ? .spaces : .rest
    case 0xE1: return second == 0x9A && text[offset + 2] == 0x80 ? .spaces : .rest
    case 0xE2:
      switch (second, text[offset + 2]) {
      case (0x80, 0xA8), (0x80, 0xA9): return .breaks
      case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F): return .spaces
      default: return .rest
      }
    case 0xE3: return second == 0x80 && text[offset + 2] == 0x80 ? .spaces : .rest
    case 0xEF: return second == 0xBB && text[offset + 2] == 0xBF ? .spaces : .rest
    default: return .rest
    }
  }
}
