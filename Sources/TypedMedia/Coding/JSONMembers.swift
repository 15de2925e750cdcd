import TypedMediaSchema

/// The members that a value gives, one after the other and each once.
///
/// What becomes of them is not the value's business: they are put together to the object that is sent, or
/// compared with another value's, or hashed, and for the last two no JSON is made.
///
/// ```swift
/// func encode(to object: inout JSONMembers) {
///   object.set("prompt", prompt)
///   object.set("seed", seed)
/// }
/// ```
public struct JSONMembers: Sendable {
  /// What becomes of the members.
  enum Purpose {
    /// They are put together to an object.
    case object
    /// They are kept, to be compared with.
    case record
    /// They are compared with those that were kept.
    case comparison
    /// They are hashed.
    case hash
    /// They are looked for in the object that the value was read from.
    case check
  }

  /// A member that is kept.
  private struct Member {
    let key: StaticString
    let value: MemberValue
  }

  private let purpose: Purpose
  /// The object that is made, or that is looked into.
  private(set) var object: JSONObject
  private var members: [Member] = []
  /// The place of the next member, in those that were kept or in the object.
  private var next = 0
  /// How many members there were.
  private var count = 0
  /// Which of those that were looked for were found, a bit for each.
  private var found: UInt64 = 0
  /// The sum of the members' hashes, which does not depend on their order.
  private var sum = 0
  /// Whether a member was not found with the same value.
  private var isDifferent = false
  /// Whether members were given that only the whole object tells apart.
  private var needsObject = false

  init(_ purpose: Purpose = .object, _ object: JSONObject = [:]) {
    self.purpose = purpose
    self.object = object
  }

  /// Takes a member.
  mutating func add(_ key: StaticString, _ value: MemberValue) {
    switch purpose {
    case .object: object[key.description] = value.json
    case .record: record(key, value)
    case .comparison: compare(key, value)
    case .hash: hash(key, value)
    case .check: check(key, value)
    }
  }

  /// Takes members by `write`, as one object knows them: they may replace others.
  ///
  /// That is rare, and has nothing but the whole object to be compared by.
  mutating func change(_ write: (inout JSONObject) -> Void) {
    guard purpose == .object else {
      needsObject = true
      return
    }
    write(&object)
  }

  private mutating func record(_ key: StaticString, _ value: MemberValue) {
    if members.isEmpty { members.reserveCapacity(16) }
    members.append(Member(key: key, value: value))
  }

  private mutating func compare(_ key: StaticString, _ value: MemberValue) {
    guard !isDifferent else { return }
    count += 1
    // Values of one type give their members in one order, but for some enums.
    if next >= members.count || !members[next].key.isSame(as: key) {
      guard let place = members.firstIndex(where: { $0.key.isSame(as: key) }) else {
        isDifferent = true
        return
      }
      next = place
    }
    isDifferent = members[next].value != value
    find(next)
  }

  private mutating func hash(_ key: StaticString, _ value: MemberValue) {
    key.withUTF8Buffer { hash($0, value) }
  }

  private mutating func hash(_ key: UnsafeBufferPointer<UInt8>, _ value: MemberValue) {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key))
    hasher.combine(value)
    sum &+= hasher.finalize()
    count += 1
  }

  private mutating func check(_ key: StaticString, _ value: MemberValue) {
    // A member that the source does not have is nothing that it lost.
    guard let place = object.position(of: key, guessing: next) else { return }
    if !value.isSpelled(object.value(at: place)) { isDifferent = true }
    find(place)
  }

  private mutating func find(_ place: Int) {
    found |= 1 << UInt64(place % 64)
    next = place + 1
  }

  /// Tells whether each of `count` members was found.
  private func hasFound(_ count: Int) -> Bool { found.nonzeroBitCount == count }
}

extension JSONMembers {
  /// Tells whether both values are sent as the same JSON.
  static func areEqual(
    _ first: some JSONObjectConvertible, _ second: some JSONObjectConvertible
  ) -> Bool {
    var members = JSONMembers(.record)
    first.encode(to: &members)
    let recorded = members
    members = JSONMembers(.comparison)
    members.members = recorded.members
    second.encode(to: &members)
    let count = recorded.members.count
    if recorded.needsObject || members.needsObject || count > mostMembers {
      return JSONObject(first) == JSONObject(second)
    }
    return !members.isDifferent && members.count == count && members.hasFound(count)
  }

  /// Hashes what ``areEqual(_:_:)`` compares.
  static func hash(_ value: some JSONObjectConvertible, into hasher: inout Hasher) {
    var members = JSONMembers(.hash)
    value.encode(to: &members)
    if members.needsObject {
      members = JSONMembers(.hash)
      for (key, value) in JSONObject(value) {
        key.withBytes { members.hash($0, MemberValue(value)) }
      }
    }
    hasher.combine(members.count)
    hasher.combine(members.sum)
  }

  /// Tells whether it is certain that `value` has all that is in the object that it was read from; where it
  /// is not, the JSON of both has to be compared.
  static func hasAll(of object: JSONObject, _ value: some JSONObjectConvertible) -> Bool {
    guard object.count <= mostMembers else { return false }
    var members = JSONMembers(.check, object)
    value.encode(to: &members)
    return !members.needsObject && !members.isDifferent && members.hasFound(object.count)
  }

  /// How many members are told apart; with more, whole objects are compared.
  private static var mostMembers: Int { UInt64.bitWidth }
}

extension StaticString {
  /// Tells whether both are the same text, which is seen at once where they are one literal.
  fileprivate func isSame(as other: StaticString) -> Bool {
    if hasPointerRepresentation, other.hasPointerRepresentation, utf8Start == other.utf8Start,
      utf8CodeUnitCount == other.utf8CodeUnitCount
    {
      return true
    }
    return withUTF8Buffer { own in
      other.withUTF8Buffer { other in own.elementsEqual(other) }
    }
  }
}
