import Foundation

/// A string that is compared and hashed by its Unicode scalars.
///
/// Swift's `String` holds canonically equivalent spellings for equal; JSON does not.
struct ScalarString: Hashable, Sendable {
  let string: String

  init(_ string: String) { self.string = string }

  static func == (left: ScalarString, right: ScalarString) -> Bool {
    left.string.hasSameScalars(as: right.string)
  }

  func hash(into hasher: inout Hasher) {
    string.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// Tells whether both strings hold the same Unicode scalars.
  package func hasSameScalars(as other: String) -> Bool {
    let count = utf8.count
    guard count == other.utf8.count else { return false }
    return other.withBytes(holds)
  }

  /// Tells whether the string is nothing but `bytes` in UTF-8.
  func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    withBytes { own in
      guard own.count == bytes.count else { return false }
      guard let left = own.baseAddress, let right = bytes.baseAddress else { return own.isEmpty }
      return memcmp(left, right, own.count) == 0
    }
  }

  /// What `body` makes of the string in UTF-8, which is several times as fast as through `utf8`.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    // Only a string bridged from Objective-C has no contiguous storage.
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension Hasher {
  /// Feeds the Unicode scalars of a text to the hasher.
  package mutating func combine(scalars text: String) { combine(ScalarString(text)) }
}
