/// A number as its sign, its significant digits and a power of ten.
///
/// There is one notation for each value: digits have no zero at either end, and zero has none.
struct DecimalNotation: Hashable {
  var isNegative: Bool
  /// The values of the digits, not their characters.
  var digits: [UInt8]
  /// The power of ten that the digits, read as an integer, are multiplied with.
  var exponent: Int

  /// Exponents beyond this are taken for this, so that arithmetic on them cannot overflow.
  private static let largestExponent = Int.max / 4

  init(_ number: JSONNumber) {
    isNegative = false
    digits = []
    exponent = 0
    var isFraction = false
    var bytes = number.text.utf8.makeIterator()
    reading: while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "-"):
        isNegative = true
      case UInt8(ascii: "."):
        isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        exponent += Self.exponent(&bytes)
        break reading
      default:
        if isFraction { exponent -= 1 }
        if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
      }
    }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  private static func exponent(_ bytes: inout String.UTF8View.Iterator) -> Int {
    var isNegative = false
    var value = 0
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      default: value = min(value * 10 + Int(byte - UInt8(ascii: "0")), largestExponent / 10)
      }
    }
    return isNegative ? -value : value
  }

  var isInteger: Bool { exponent >= 0 }

  var int: Int? {
    guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
    var text = isNegative ? "-" : ""
    text += digits.isEmpty ? "0" : digits.map(String.init).joined()
    return Int(text + String(repeating: "0", count: exponent))
  }
}

extension DecimalNotation: Comparable {
  static func < (left: DecimalNotation, right: DecimalNotation) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    return left.isNegative
      ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
  }

  private func isCloserToZero(than other: DecimalNotation) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    let (magnitude, otherMagnitude) = (digits.count + exponent, other.digits.count + other.exponent)
    guard magnitude == otherMagnitude else { return magnitude < otherMagnitude }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}
