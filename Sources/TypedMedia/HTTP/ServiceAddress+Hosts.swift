import Foundation

extension ServiceAddress {
  /// Tells whether `host` is this machine or one of a private network: by its name, or by its
  /// address in any of the spellings that systems take.
  ///
  /// What a name of the public kind resolves to cannot be seen here.
  package static func isLocal(_ host: String) -> Bool {
    // A host is compared as systems look it up: without percent-encoding, and with wide digits and dots
    // as plain ones.
    let text = (host.removingPercentEncoding ?? host).precomposedStringWithCompatibilityMapping
      .lowercased().replacing("。", with: ".").trimmingCharacters(in: ["[", "]"])
    let address = text.prefix { $0 != "%" }
    // What looks like an address and is none leads nowhere that is public.
    if address.contains(":") { return groups(ofIPv6: address).map(isLocal(groups:)) ?? true }
    var labels = address.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 1, labels.last == "" { labels.removeLast() }
    guard let last = labels.last, !last.isEmpty else { return true }
    if isNumber(last) { return number(ofIPv4: labels).map(isLocal(number:)) ?? true }
    return labels.count == 1 || privateDomains.contains(last)
      || labels.suffix(2) == ["home", "arpa"]
  }

  /// Domains at the top that are not in the public tree of names.
  private static let privateDomains: Set<Substring> = [
    "corp", "home", "internal", "intranet", "lan", "local", "localdomain", "localhost", "private",
  ]

  /// Blocks of addresses that are not of the public internet, by their first address and the length of
  /// their prefix (https://www.iana.org/assignments/iana-ipv4-special-registry).
  private static let privateBlocks: [(first: UInt32, length: UInt32)] = [
    (0x0000_0000, 8), (0x0a00_0000, 8), (0x6440_0000, 10), (0x7f00_0000, 8), (0xa9fe_0000, 16),
    (0xac10_0000, 12), (0xc000_0000, 24), (0xc0a8_0000, 16), (0xc612_0000, 15), (0xe000_0000, 3),
  ]

  private static func isLocal(number: UInt32) -> Bool {
    privateBlocks.contains { (number ^ $0.first) >> (32 - $0.length) == 0 }
  }

  private static func isLocal(groups: [UInt16]) -> Bool {
    func hasIPv4(at index: Int) -> Bool {
      isLocal(number: UInt32(groups[index]) << 16 | UInt32(groups[index + 1]))
    }
    return switch (groups[0], groups[1]) {
    // IPv4 in IPv6: mapped, compatible (which `::` and `::1` look like), translated.
    case (0, 0) where groups[2..<4] == [0, 0]: hasIPv4(at: 6)
    case (0x64, 0xff9b): groups[2] != 0 || hasIPv4(at: 6)
    case (0x2002, _): hasIPv4(at: 1)
    // Unique local, link-local and site-local, multicast.
    case (0xfc00...0xfdff, _), (0xfe80...0xfeff, _), (0xff00...0xffff, _): true
    default: false
    }
  }

  /// Tells whether a host that ends in `label` is an IPv4 address.
  private static func isNumber(_ label: Substring) -> Bool {
    label.allSatisfy { ("0"..."9").contains($0) } || value(of: label) != nil
  }

  /// The value of a part of an IPv4 address: decimal, octal after `0`, hexadecimal after `0x`.
  private static func value(of part: Substring) -> UInt32? {
    let (digits, radix) =
      part.hasPrefix("0x") ? (part.dropFirst(2), 16) : part.hasPrefix("0") ? (part, 8) : (part, 10)
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    return digits.isEmpty && radix == 16 ? 0 : UInt32(digits, radix: radix)
  }

  /// An IPv4 address of one to four parts, of which the last fills what is left.
  private static func number(ofIPv4 parts: [Substring]) -> UInt32? {
    let values = parts.compactMap(value)
    guard values.count == parts.count, (1...4).contains(values.count), let last = values.last,
      values.dropLast().allSatisfy({ $0 <= 255 }),
      UInt64(last) < 1 << (8 * UInt64(5 - values.count))
    else { return nil }
    return values.dropLast().enumerated().reduce(last) { number, part in
      number | part.element << UInt32(24 - 8 * part.offset)
    }
  }

  private static func groups(ofIPv6 text: Substring) -> [UInt16]? {
    let halves = text.components(separatedBy: "::").map(groups(of:))
    switch halves.count {
    case 1: return halves[0].flatMap { $0.count == 8 ? $0 : nil }
    case 2:
      guard let head = halves[0], let tail = halves[1], head.count + tail.count < 8 else {
        return nil
      }
      return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
    default: return nil
    }
  }

  /// The groups between colons, of which the last may be an IPv4 address.
  private static func groups(of half: String) -> [UInt16]? {
    if half.isEmpty { return [] }
    let parts = half.split(separator: ":", omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for part in parts {
      if part.contains(".") {
        guard groups.count == parts.count - 1,
          let number = number(ofIPv4: part.split(separator: ".", omittingEmptySubsequences: false))
        else { return nil }
        groups += [UInt16(number >> 16), UInt16(number & 0xffff)]
      } else {
        guard part.count <= 4, part.allSatisfy(\.isHexDigit), let group = UInt16(part, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups
  }
}
