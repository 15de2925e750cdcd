/// Numbers that look random and are the same for the same seed (SplitMix64).
public struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of a case; `purpose` tells apart what they are for.
  public init(seed: UInt64, case number: Int, purpose: UInt64 = 0) {
    state =
      seed &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(bitPattern: Int64(number)) &* 0xd1b5_4a32_d192_ed03
    state ^= purpose &* 0x94d0_49bb_1331_11eb
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  /// A number below `bound`; zero for a bound of zero.
  public mutating func below(_ bound: Int) -> Int { bound < 1 ? 0 : Int(next() % UInt64(bound)) }

  /// Whether something happens that happens once in `count` times.
  public mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  /// One of `elements`, or `fallback` if there is none.
  public mutating func pick<Element>(_ elements: [Element], or fallback: Element) -> Element {
    elements.isEmpty ? fallback : elements[below(elements.count)]
  }
}
