/// A short number made of a text: the same text, the same number, on every machine.
///
/// It is FNV-1a of 64 bits. It keeps names apart and shows accidental changes; it is no protection
/// against intended ones.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  private let value: UInt64

  /// The fingerprint of bytes.
  public init(_ bytes: some Sequence<UInt8>) {
    // Bytes of files are several times as fast in one piece.
    value =
      bytes.withContiguousStorageIfAvailable { Self.value(of: $0) } ?? Self.value(of: bytes)
  }

  private static func value(of bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The fingerprint of a text's UTF-8.
  public init(_ text: String) { self.init(text.utf8) }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The last four digits.
  var short: String { String(description.suffix(4)) }
}
