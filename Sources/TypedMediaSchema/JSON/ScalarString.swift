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
    let isHashed: Void? = string.utf8.withContiguousStorageIfAvailable { bytes in
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }
    // Only a string bridged from Objective-C has no contiguous storage.
    guard isHashed == nil else { return }
    Array(string.utf8).withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension String {
  /// Whether both strings hold the same Unicode scalars.
  func hasSameScalars(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
