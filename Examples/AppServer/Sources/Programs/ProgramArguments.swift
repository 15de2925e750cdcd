/// The arguments of a program, read one after another.
public struct ProgramArguments {
  private var rest: ArraySlice<String>

  /// Creates arguments, without the program's own name.
  public init(_ arguments: some Sequence<String>) { rest = Array(arguments)[...] }

  /// The next; `nil` after the last.
  public mutating func next() -> String? { rest.popFirst() }

  /// The value that follows `option`.
  ///
  /// - Parameter read: Reads it; `nil` for what is none.
  /// - Throws: ``Misuse``, where there is none.
  public mutating func value<Value>(
    of option: String, _ read: (String) -> Value?
  ) throws -> Value {
    guard let text = next() else { throw Misuse("\(option) needs a value.") }
    guard let value = read(text) else { throw Misuse("'\(text)' is not a value for \(option).") }
    return value
  }
}
