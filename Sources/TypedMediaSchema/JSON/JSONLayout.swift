/// The layout of JSON text.
public enum JSONLayout: Hashable, Sendable {
  /// On one line, without spaces.
  case compact
  /// A line for each element and member, indented by two spaces a level.
  case indented
}
