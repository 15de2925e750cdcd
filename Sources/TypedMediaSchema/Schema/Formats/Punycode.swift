/// The encoding of international labels in ASCII, by RFC 3492.
enum Punycode {
  // Of 64 bits everywhere: an `Int` of 32 does not hold the weights of long labels.
  private static let base: Int64 = 36
  private static let smallestThreshold: Int64 = 1
  private static let largestThreshold: Int64 = 26

  /// Decodes what follows `xn--`, or returns `nil` if it is malformed.
  static func decode(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    let delimiter = text.lastIndex(of: "-")
    var output = delimiter.map { Array(text[..<$0]) } ?? []
    var rest = delimiter.map { text[($0 + 1)...] } ?? text
    guard !rest.isEmpty else { return nil }
    var (code, position, bias): (Int64, Int64, Int64) = (128, 0, 72)
    while !rest.isEmpty {
      let start = position
      var (weight, step): (Int64, Int64) = (1, base)
      while true {
        guard let digit = rest.popFirst().flatMap(digit) else { return nil }
        position += digit * weight
        let threshold = threshold(step, bias)
        if digit < threshold { break }
        weight *= base - threshold
        step += base
        guard weight < 1 << 40, position < 1 << 40 else { return nil }
      }
      let count = Int64(output.count + 1)
      bias = adapt(position - start, count, isFirst: start == 0)
      code += position / count
      position %= count
      guard code <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
      output.insert(scalar, at: Int(position))
      position += 1
    }
    return output
  }

  /// How long the encoding of `label` is, without `xn--`.
  static func encodedLength(of label: [Unicode.Scalar]) -> Int {
    let basic = label.count { $0.isASCII }
    var length = basic + (basic > 0 ? 1 : 0)
    var (code, delta, bias): (Int64, Int64, Int64) = (128, 0, 72)
    var handled = basic
    while handled < label.count {
      let next = label.lazy.map { Int64($0.value) }.filter { $0 >= code }.min() ?? code
      delta += (next - code) * Int64(handled + 1)
      code = next
      for scalar in label {
        if scalar.value < code { delta += 1 }
        guard scalar.value == code else { continue }
        length += digitCount(of: delta, bias)
        bias = adapt(delta, Int64(handled + 1), isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      code += 1
    }
    return length
  }

  private static func digitCount(of value: Int64, _ bias: Int64) -> Int {
    var (value, step, count) = (value, base, 1)
    while value >= threshold(step, bias) {
      let threshold = threshold(step, bias)
      value = (value - threshold) / (base - threshold)
      step += base
      count += 1
    }
    return count
  }

  private static func threshold(_ step: Int64, _ bias: Int64) -> Int64 {
    min(max(step - bias, smallestThreshold), largestThreshold)
  }

  private static func adapt(_ delta: Int64, _ count: Int64, isFirst: Bool) -> Int64 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var step: Int64 = 0
    while delta > (base - smallestThreshold) * largestThreshold / 2 {
      delta /= base - smallestThreshold
      step += base
    }
    return step + (base - smallestThreshold + 1) * delta / (delta + 38)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int64? {
    switch scalar {
    case "a"..."z": Int64(scalar.value) - 0x61
    case "A"..."Z": Int64(scalar.value) - 0x41
    case "0"..."9": Int64(scalar.value) - 0x30 + 26
    default: nil
    }
  }
}
