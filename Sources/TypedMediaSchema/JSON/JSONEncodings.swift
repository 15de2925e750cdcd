import Foundation

/// Finds out which encoding a text is in, where it is not UTF-8 as JSON has to be.
enum JSONEncodings {
  /// The text in UTF-8, or `nil` if it is in UTF-8 already.
  static func text(inUTF8 bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if let text = markedText(bytes) { return text }
    guard let stray = firstStray(in: bytes) else { return nil }
    // The standard library reads each malformed sequence as U+FFFD.
    return bytes[stray...].indices.contains { startsScalar(at: $0, in: bytes) }
      || bytes[..<stray].contains { $0 >= 0x80 }
      ? String(decoding: bytes, as: UTF8.self) : windowsText(bytes)
  }

  /// The place where the first byte is that is not UTF-8.
  private static func firstStray(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let parser = JSONParser(bytes)
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] >= 0x80 else {
        offset += 1
        continue
      }
      guard let length = parser.scalarLength(at: offset) else { return offset }
      offset += length
    }
    return nil
  }

  /// Tells whether there are two bytes as a scalar of several starts in UTF-8. In Windows-1252 that
  /// would be a letter with an accent and a sign right behind it.
  private static func startsScalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset + 1 < bytes.count && 0xC2...0xF4 ~= bytes[offset] && 0x80...0xBF ~= bytes[offset + 1]
  }

  /// The text that a byte order mark says is in UTF-16 or UTF-32.
  private static func markedText(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    // The mark of UTF-32 starts with that of UTF-16, and JSON cannot go on with a zero.
    switch Array(bytes.prefix(4)) {
    case [0xFF, 0xFE, 0x00, 0x00]: scalars(bytes.dropFirst(4)) { $0.reversed() }
    case [0x00, 0x00, 0xFE, 0xFF]: scalars(bytes.dropFirst(4)) { Array($0) }
    case let mark where mark.starts(with: [0xFF, 0xFE]):
      units(bytes.dropFirst(2)) { UInt16($1) << 8 | UInt16($0) }
    case let mark where mark.starts(with: [0xFE, 0xFF]):
      units(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) }
    default: nil
    }
  }

  private static func units(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ unit: (UInt8, UInt8) -> UInt16
  ) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
      unit(bytes[$0], bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func scalars(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
    _ bigEndian: (Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]
  ) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4).map { start in
      bigEndian(bytes[start..<start + 4]).reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    }
    return String(decoding: units, as: UTF32.self)
  }

  /// The text as Windows-1252: Latin-1, but for what stands in place of 32 controls.
  private static func windowsText(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      scalars.append(
        0x80...0x9F ~= byte ? punctuation[Int(byte - 0x80)] : Unicode.Scalar(byte))
    }
    return String(scalars)
  }

  /// What Windows-1252 has from 0x80 to 0x9F; the five that it leaves open are controls, as in Latin-1.
  private static let punctuation: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
