/// The name under which a control is submitted: `model_settings.generateAudio`, `references.0.url`.
///
/// Names of the form's own start with a tilde, as `mask.~null` does. In names of a model, a tilde
/// and a dot are written `~0` and `~1`, so that the two cannot be confused.
struct ControlName: Hashable {
  static let root = ControlName(text: "")

  let text: String

  /// The name of a member.
  func appending(_ member: String) -> ControlName {
    below(member.replacing("~", with: "~0").replacing(".", with: "~1"))
  }

  /// The name of a list's element.
  func appending(_ index: Int) -> ControlName { below(String(index)) }

  /// The name of the control that says that the value is `null`.
  var null: ControlName { below("~null") }
  /// The name of the control that says which member of an object is meant.
  var only: ControlName { below("~only") }
  /// The name of the control that says which of several kinds is meant.
  var kind: ControlName { below("~kind") }

  /// The name of the value where the kind of number `index` is meant.
  func alternative(_ index: Int) -> ControlName { below("~kind\(index)") }

  /// The name as an `id`, which cannot have spaces.
  var identifier: String { "field-" + text.percentEncoded(except: "-._~") }

  private func below(_ token: String) -> ControlName {
    ControlName(text: text.isEmpty ? token : "\(text).\(token)")
  }
}
