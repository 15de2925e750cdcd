/// The members of a JSON object, in order.
///
/// Looking up a key takes about as long in an object of 10,000 keys as in one of ten. Two objects
/// are equal whatever the order of their keys.
public struct JSONObject: Sendable {
  private var entries: [(key: String, value: JSON)]

  /// The place where each key is; `nil` while there are few enough keys to look through them one by
  /// one.
  private var positions: [ScalarString: Int]?

  /// How many keys are looked through one by one.
  static let largestUnindexedCount = 40

  /// Creates an object without members.
  public init() { entries = [] }

  /// Creates an object of entries whose keys differ; ``firstDuplicate`` tells whether they do.
  init(unchecked entries: [(key: String, value: JSON)]) {
    self.entries = entries
    indexIfLarge()
  }

  /// Creates an object in which the last value of a key counts, at the place of its first.
  init(lastWins elements: some Sequence<(String, JSON)>) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }

  /// The value of `key`; `nil` if there is none.
  ///
  /// Setting the value of a key that is there keeps its place; a new key comes last. Setting `nil`
  /// removes the key, which takes time in proportion to the size of the object.
  public subscript(key: String) -> JSON? {
    get { position(of: key).map { entries[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?):
        entries[position].value = value
      case (let position?, nil):
        entries.remove(at: position)
        positions = nil
        indexIfLarge()
      case (nil, let value?):
        // Most objects have several members, for which the list would be moved again and again.
        if entries.isEmpty { entries.reserveCapacity(8) }
        entries.append((key, value))
        if positions == nil {
          indexIfLarge()
        } else {
          positions?[ScalarString(key)] = entries.count - 1
        }
      case (nil, nil):
        break
      }
    }
  }

  /// The keys, in order.
  public var keys: [String] { entries.map(\.key) }

  /// The values, in the order of their keys.
  public var values: [JSON] { entries.map(\.value) }

  /// Tells whether `key` is there.
  ///
  /// - Returns: `true` if `key` is there.
  public func contains(_ key: String) -> Bool { position(of: key) != nil }

  /// The place where the members are in memory, which tells objects apart while they are held.
  var address: Int { entries.withUnsafeBytes { Int(bitPattern: $0.baseAddress) } }

  /// What `body` makes of the members where they are.
  @inline(__always)
  func withMembers<Result>(
    _ body: (UnsafeBufferPointer<(key: String, value: JSON)>) -> Result
  ) -> Result {
    entries.withUnsafeBufferPointer(body)
  }

  /// The value at a place.
  package func value(at place: Int) -> JSON { entries[place].value }

  /// The place of `key` among the keys.
  func position(of key: String) -> Int? {
    if let positions { return positions[ScalarString(key)] }
    let count = key.utf8.count
    // To look into a text takes longer than to see how long it is.
    guard let first = entries.firstIndex(where: { $0.key.utf8.count == count }) else { return nil }
    return key.withBytes { bytes in
      entries[first...].firstIndex { $0.key.utf8.count == count && $0.key.holds(bytes) }
    }
  }

  /// The place of `key` among the keys, of which no text is made where there are few.
  package func position(of key: StaticString) -> Int? {
    guard positions == nil else { return position(of: key.description) }
    return key.withUTF8Buffer { bytes in
      entries.firstIndex { $0.key.utf8.count == bytes.count && $0.key.holds(bytes) }
    }
  }

  /// The place of `key` among the keys, which is found fastest where it is `guess`.
  package func position(of key: StaticString, guessing guess: Int) -> Int? {
    if guess < entries.count, key.withUTF8Buffer(entries[guess].key.holds) { return guess }
    return position(of: key)
  }

  /// The place of `key` among the keys, which is found fastest where it is `guess`.
  package func position(of key: String, guessing guess: Int) -> Int? {
    if guess < entries.count, entries[guess].key.hasSameScalars(as: key) { return guess }
    return position(of: key)
  }

  /// The places of the first key that is there again, and of its second time.
  var firstDuplicate: (first: Int, second: Int)? {
    if let positions {
      guard positions.count < entries.count else { return nil }
      var seen: [ScalarString: Int] = [:]
      for (position, entry) in entries.enumerated() {
        if let first = seen.updateValue(position, forKey: ScalarString(entry.key)) {
          return (first, position)
        }
      }
      return nil
    }
    for second in entries.indices.dropFirst() {
      for first in 0..<second where entries[first].key.hasSameScalars(as: entries[second].key) {
        return (first, second)
      }
    }
    return nil
  }

  private mutating func indexIfLarge() {
    guard entries.count > Self.largestUnindexedCount else { return }
    var positions: [ScalarString: Int] = [:]
    positions.reserveCapacity(entries.count)
    for (position, entry) in entries.enumerated() { positions[ScalarString(entry.key)] = position }
    self.positions = positions
  }
}

extension JSONObject: RandomAccessCollection {
  /// The place of the first member.
  public var startIndex: Int { 0 }

  /// The place after the last member.
  public var endIndex: Int { entries.count }

  /// The member at a place.
  public subscript(position: Int) -> (key: String, value: JSON) { entries[position] }
}

extension JSONObject: Hashable {
  /// Tells whether both have the same keys with the same values, whatever their order.
  ///
  /// - Returns: `true` if they are.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.entries.indices {
      // Most that are compared have been made alike.
      guard let position = right.position(of: left.entries[index].key, guessing: index),
        right.entries[position].value == left.entries[index].value
      else { return false }
    }
    return true
  }

  /// Feeds the members to `hasher`, whatever their order.
  public func hash(into hasher: inout Hasher) {
    // A sum does not depend on the order of what it adds up.
    var sum = 0
    for entry in entries {
      var member = Hasher()
      member.combine(ScalarString(entry.key))
      member.combine(entry.value)
      sum &+= member.finalize()
    }
    hasher.combine(entries.count)
    hasher.combine(sum)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Creates an object. Of a key that is given twice, the last value counts.
  public init(dictionaryLiteral elements: (String, JSON)...) { self.init(lastWins: elements) }
}

extension JSONObject: CustomStringConvertible {
  /// The object's compact text.
  public var description: String { JSON.object(self).text() }
}
