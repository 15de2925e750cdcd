import Foundation

extension UUID {
  /// Reads a UUID in its usual spelling, of either case; `nil` for any other text.
  ///
  /// Foundation's own initializer takes ten times as long on Linux.
  init?(canonical text: String) {
    var text = text
    guard let value = text.withUTF8(Self.value) else { return nil }
    self.init(uuid: value)
  }

  private static func value(of text: UnsafeBufferPointer<UInt8>) -> uuid_t? {
    guard text.count == 36 else { return nil }
    var halves = (UInt64(0), UInt64(0))
    for index in text.indices {
      switch index {
      case 8, 13, 18, 23:
        guard text[index] == UInt8(ascii: "-") else { return nil }
      default:
        guard let digit = text[index].hexadecimalValue else { return nil }
        // The dash at 18 is in the middle.
        if index < 18 {
          halves.0 = halves.0 << 4 | digit
        } else {
          halves.1 = halves.1 << 4 | digit
        }
      }
    }
    return withUnsafeBytes(of: (halves.0.bigEndian, halves.1.bigEndian)) {
      $0.loadUnaligned(as: uuid_t.self)
    }
  }
}

extension UInt8 {
  /// What the byte is worth as a hexadecimal digit; `nil` where it is none.
  fileprivate var hexadecimalValue: UInt64? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
