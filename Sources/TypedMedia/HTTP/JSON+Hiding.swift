import TypedMediaSchema

extension JSON {
  /// Hides what nobody shall read.
  ///
  /// - Parameter isSecret: Whether a member of that name is secret, however deep it is.
  /// - Returns: The value with a word in place of each secret member's.
  func hidingMembers(where isSecret: (String) -> Bool) -> JSON {
    switch self {
    case .array(let values): .array(values.map { $0.hidingMembers(where: isSecret) })
    case .object(let members):
      .object(
        members.reduce(into: JSONObject()) { object, member in
          object[member.key] =
            isSecret(member.key) ? "(hidden)" : member.value.hidingMembers(where: isSecret)
        })
    default: self
    }
  }
}
