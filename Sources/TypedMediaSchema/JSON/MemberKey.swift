/// The key of a member, as Foundation's coders take it.
///
/// It is not named `Key`: that is what a type that dictionary literals make calls its keys.
struct MemberKey: CodingKey {
  let stringValue: String

  var intValue: Int? { nil }

  init(_ stringValue: String) { self.stringValue = stringValue }

  init?(stringValue: String) { self.init(stringValue) }

  init?(intValue: Int) { self.init(String(intValue)) }
}
