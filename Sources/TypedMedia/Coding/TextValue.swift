/// A value of a closed list of texts, as generated code declares it.
///
/// Of an enum with raw values the compiler makes a function that chooses among the texts, one that lists
/// the cases and others that compare both. That was a third of what such an enum costs to compile. Here the
/// texts are one literal, and the functions are here once. The enum names ``ClosedValue`` beside it.
///
/// The cases have nothing with them, and are declared in the order of the texts.
public protocol _TextValue: _ClosedValue where RawValue == String {
  /// The texts that are sent, one a line, in the order of the cases.
  static var _texts: StaticString { get }
}

extension _TextValue {
  /// The text that is sent.
  @_semantics("optimize.no.crossmodule")
  public var rawValue: String {
    Self._texts.withUTF8Buffer { bytes in
      var lines = Lines(bytes)
      for _ in 0..<place { _ = lines.next() }
      return String(decoding: lines.next() ?? bytes[0..<0], as: UTF8.self)
    }
  }

  /// The value that is sent as `rawValue`; `nil` when there is none.
  @_semantics("optimize.no.crossmodule")
  public init?(rawValue: String) {
    var text = rawValue
    let place = text.withUTF8 { text in
      Self._texts.withUTF8Buffer { bytes in Lines(bytes).place(of: text) }
    }
    if let place {
      self = Self.value(at: place)
    } else if let value = Self.value(spelledOtherwiseThan: rawValue) {
      self = value
    } else {
      return nil
    }
  }

  /// The values, in the order of their declaration.
  @_semantics("optimize.no.crossmodule")
  public static var allCases: [Self] {
    let count = _texts.withUTF8Buffer { bytes in Lines(bytes).reduce(0) { count, _ in count + 1 } }
    return (0..<count).map(value(at:))
  }

  /// Tells whether both are the same value.
  ///
  /// - Returns: `true` if they are.
  @_semantics("optimize.no.crossmodule")
  public static func == (first: Self, second: Self) -> Bool { first.place == second.place }

  /// Hashes the value.
  @_semantics("optimize.no.crossmodule")
  public func hash(into hasher: inout Hasher) { hasher.combine(place) }

  /// The hash of the value.
  @_semantics("optimize.no.crossmodule")
  public var hashValue: Int { place.hashValue }

  /// The value with a text that is equal in Unicode's eyes, though its bytes are others.
  private static func value(spelledOtherwiseThan text: String) -> Self? {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return allCases.first { $0.rawValue == text }
  }
}

// An enum whose cases have nothing with them is, in memory, the number of the case, in as few bytes as hold
// the number of the last one; a single case takes none.
extension _TextValue {
  /// The place among the cases, from 0 on.
  private var place: Int {
    switch MemoryLayout<Self>.size {
    case 0: 0
    case 1: Int(unsafeBitCast(self, to: UInt8.self))
    default: Int(unsafeBitCast(self, to: UInt16.self))
    }
  }

  /// The value at a place that there is.
  private static func value(at place: Int) -> Self {
    switch MemoryLayout<Self>.size {
    case 0: unsafeBitCast((), to: Self.self)
    case 1: unsafeBitCast(UInt8(place), to: Self.self)
    default: unsafeBitCast(UInt16(place), to: Self.self)
    }
  }
}

/// The lines of a literal.
private struct Lines: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next line begins; `nil` after the last.
  private var start: Int? = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard let start else { return nil }
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    self.start = end < bytes.count ? end + 1 : nil
    return bytes[start..<end]
  }

  /// The place of a line, from 0 on; `nil` where there is none like it.
  func place(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    for (place, line) in enumerated() where line.count == text.count && line.elementsEqual(text) {
      return place
    }
    return nil
  }
}
