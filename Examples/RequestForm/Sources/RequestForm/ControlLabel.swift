import TypedMedia

/// What people call a control: `Reference 2 › URL` for `references.1.url`.
struct ControlLabel {
  let values: FormValues

  /// The labels on the way to the control; `nil` when there is no such control.
  func text(of name: String, in fields: [RequestField]) -> String? {
    var rest = name.split(separator: ".", omittingEmptySubsequences: false)[...]
    guard let token = rest.popFirst() else { return nil }
    let wireName = token.replacing("~1", with: ".").replacing("~0", with: "~")
    guard let field = fields.first(where: { $0.wireName == wireName }) else { return nil }
    let start = ControlName.root.appending(field.wireName)
    return labels(field, named: field.title, at: start, rest).map { $0.joined(separator: " › ") }
  }

  private func labels(
    _ field: RequestField, named label: String, at name: ControlName, _ rest: ArraySlice<Substring>
  ) -> [String]? {
    var rest = rest
    guard let token = rest.popFirst() else { return [label] }
    switch field.kind {
    case .list:
      guard let element = field.element, let index = Int(token) else { return nil }
      // A row is called after its list, so that the list need not be named before it.
      let position = values.indices(under: name).firstIndex(of: index) ?? index
      return labels(
        element, named: field.label(ofRow: position), at: name.appending(index), rest)
    case .alternatives:
      guard let index = Int(token.drop { !$0.isNumber }), field.alternatives.indices.contains(index)
      else { return nil }
      let alternative = field.alternatives[index]
      return labels(alternative, named: label, at: name.alternative(index), rest)
    default:
      let wireName = token.replacing("~1", with: ".").replacing("~0", with: "~")
      guard let member = field.fields.first(where: { $0.wireName == wireName }) else { return nil }
      let names = labels(member, named: member.title, at: name.appending(member.wireName), rest)
      return names.map { [label] + $0 }
    }
  }
}
