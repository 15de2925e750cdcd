/// A secret, as it is found in a text that may spell its characters otherwise: escaped for JSON (`\/`,
/// `\u002f`), percent-encoded (`%2F`) or as an HTML entity (`&#x2F;`, `&sol;`), each any number of times.
struct SecretPattern: Sendable {
  private let secret: String
  /// The byte that it begins with.
  private let first: UInt8?

  /// Every call has some, and hardly any is looked for: this costs next to nothing.
  init(_ secret: String) {
    self.secret = secret
    first = secret.utf8.first
  }

  /// The number of characters that it has.
  var length: Int { secret.unicodeScalars.count }

  /// `text` with `substitute` in each of its places.
  func replacing(in text: String, with substitute: String) -> String {
    guard text.utf8.contains(where: isBeginning) else { return text }
    let scalars = Array(secret.unicodeScalars)
    let bytes = Array(text.utf8)
    var replaced: [UInt8] = []
    var place = 0
    var copied = 0
    while place < bytes.count {
      guard let end = end(of: scalars, in: bytes, from: place) else {
        place += 1
        continue
      }
      replaced += bytes[copied..<place]
      replaced += substitute.utf8
      place = end
      copied = end
    }
    guard copied > 0 else { return text }
    return String(decoding: replaced + bytes[copied...], as: UTF8.self)
  }

  /// Tells whether one of its spellings can begin with `byte`.
  private func isBeginning(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "&"): true
    default: byte == first
    }
  }

  /// The place where it ends that begins at `start`; `nil` when it does not begin there.
  private func end(of scalars: [Unicode.Scalar], in text: [UInt8], from start: Int) -> Int? {
    // Most bytes begin nothing.
    guard isBeginning(text[start]) else { return nil }
    var ends: Set<Int> = [start]
    for scalar in scalars {
      ends = ends.reduce(into: []) { next, place in
        Self.addEnds(of: scalar, in: text, from: place, to: &next)
      }
      if ends.isEmpty { return nil }
    }
    return ends.max()
  }
}

extension SecretPattern {
  /// Adds where each spelling of `scalar` ends that begins at `place`.
  private static func addEnds(
    of scalar: Unicode.Scalar, in text: [UInt8], from place: Int, to ends: inout Set<Int>
  ) {
    guard place < text.count else { return }
    let plain = Array(String(scalar).utf8)
    if text[place...].starts(with: plain) { ends.insert(place + plain.count) }
    switch text[place] {
    case UInt8(ascii: "\\"): addEscaped(scalar, plain, text, place, &ends)
    case UInt8(ascii: "%"):
      if let end = percentEncoded(plain, text, place) { ends.insert(end) }
    case UInt8(ascii: "&"):
      if let end = entity(scalar, text, place) { ends.insert(end) }
    default: break
    }
  }

  /// After one backslash or several: the character itself, `u` with its number, or `x` with it.
  private static func addEscaped(
    _ scalar: Unicode.Scalar, _ plain: [UInt8], _ text: [UInt8], _ place: Int,
    _ ends: inout Set<Int>
  ) {
    var next = place
    while next < text.count, text[next] == UInt8(ascii: "\\") {
      next += 1
      if scalar == "\\", next - place > 1 { ends.insert(next) }
    }
    if text[next...].starts(with: plain) { ends.insert(next + plain.count) }
    var end = next
    for unit in String(scalar).utf16 {
      if end > next {
        while end < text.count, text[end] == UInt8(ascii: "\\") { end += 1 }
      }
      guard end < text.count, text[end] | 0x20 == UInt8(ascii: "u"),
        hexadecimal(text, end + 1, count: 4) == UInt32(unit)
      else {
        end = -1
        break
      }
      end += 5
    }
    if end > 0 { ends.insert(end) }
    if next < text.count, text[next] == UInt8(ascii: "x"),
      hexadecimal(text, next + 1, count: 2) == scalar.value
    {
      ends.insert(next + 3)
    }
  }

  /// Behind each `%` there may be `25`, any number of times, where it was encoded again.
  private static func percentEncoded(_ plain: [UInt8], _ text: [UInt8], _ place: Int) -> Int? {
    var end = place
    for byte in plain {
      guard end < text.count, text[end] == UInt8(ascii: "%") else { return nil }
      end += 1
      // A percent sign itself is `25`, which is left to be read as its number.
      while text[end...].starts(with: "25".utf8), hexadecimal(text, end + 2, count: 2) != nil,
        hexadecimal(text, end, count: 2) != UInt32(byte)
      {
        end += 2
      }
      guard hexadecimal(text, end, count: 2) == UInt32(byte) else { return nil }
      end += 2
    }
    return end
  }

  /// Behind the `&` there may be `amp;`, any number of times, where it was escaped again.
  private static func entity(_ scalar: Unicode.Scalar, _ text: [UInt8], _ place: Int) -> Int? {
    var next = place + 1
    if scalar != "&" {
      while text[next...].starts(with: "amp;".utf8) { next += 4 }
    }
    guard let end = text[next...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: text[next..<end], as: UTF8.self)
    let value: UInt32?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      value = UInt32(name.dropFirst(2), radix: 16)
    } else if name.hasPrefix("#") {
      value = UInt32(name.dropFirst())
    } else {
      value = entities[name]?.value
    }
    return value == scalar.value ? end + 1 : nil
  }

  private static func hexadecimal(_ text: [UInt8], _ place: Int, count: Int) -> UInt32? {
    guard place + count <= text.count else { return nil }
    return UInt32(String(decoding: text[place..<place + count], as: UTF8.self), radix: 16)
  }

  /// The names of the characters that keys are made of, besides letters and digits.
  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "apos": "'", "ast": "*", "bsol": "\\", "colon": ":", "comma": ",", "commat": "@",
    "dollar": "$", "equals": "=", "excl": "!", "grave": "`", "gt": ">", "hyphen": "-",
    "lbrace": "{",
    "lbrack": "[", "lcub": "{", "lowbar": "_", "lpar": "(", "lsqb": "[", "lt": "<", "num": "#",
    "percnt": "%", "period": ".", "plus": "+", "quest": "?", "quot": "\"", "rbrace": "}",
    "rbrack": "]", "rcub": "}", "rpar": ")", "rsqb": "]", "semi": ";", "sol": "/", "vert": "|",
  ]
}
