import Foundation

/// An address that is itself the file: `data:image/png;base64,…` (RFC 2397).
struct DataAddress {
  /// The media type that it states, with its parameters.
  let contentType: String

  private let isBase64: Bool
  /// The file, still percent-encoded.
  private let payload: Substring

  /// Reads the address; `nil` when it is of another scheme, or has no comma before the file.
  init?(_ url: URL) {
    guard Self.isOne(url) else { return nil }
    let text = url.absoluteString.dropFirst("data:".count)
    guard let comma = text.firstIndex(of: ",") else { return nil }
    let head = text[..<comma]
    payload = text[comma...].dropFirst()
    isBase64 = head.lowercased().hasSuffix(";base64")
    let stated = isBase64 ? head.dropLast(";base64".count) : head
    contentType = stated.isEmpty || stated.hasPrefix(";") ? "text/plain\(stated)" : String(stated)
  }

  static func isOne(_ url: URL) -> Bool { url.scheme?.lowercased() == "data" }

  /// The file, decoded; `nil` when it is not Base64 though it should be.
  ///
  /// - Parameter limit: The most bytes that it may have.
  /// - Throws: ``TooLarge``
  func content(upTo limit: Int64) throws -> Data? {
    // One byte is four characters at most: "%XX" for each of those that Base64 has for it.
    guard payload.utf8.count / 4 <= limit else { throw TooLarge() }
    let bytes = Self.percentDecoded(payload)
    guard isBase64 else {
      guard bytes.count <= limit else { throw TooLarge() }
      return bytes
    }
    let digits = Self.base64Digits(in: bytes)
    guard Int64(digits.count) * 3 / 4 <= limit else { throw TooLarge() }
    let padding = Data(repeating: UInt8(ascii: "="), count: (4 - digits.count % 4) % 4)
    return Data(base64Encoded: digits + padding)
  }

  /// The file has more bytes than it may.
  struct TooLarge: Error {}

  private static func percentDecoded(_ text: Substring) -> Data {
    let bytes = Data(text.utf8)
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var decoded = Data(capacity: bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  /// The digits without padding and spaces, those of the alphabet for addresses as the usual ones.
  private static func base64Digits(in bytes: Data) -> Data {
    let others: [UInt8: UInt8] = [
      UInt8(ascii: "-"): UInt8(ascii: "+"), UInt8(ascii: "_"): UInt8(ascii: "/"),
    ]
    let skipped = Set<UInt8>([9, 10, 13, 32, UInt8(ascii: "=")])
    return Data(bytes.lazy.filter { !skipped.contains($0) }.map { others[$0] ?? $0 })
  }
}
