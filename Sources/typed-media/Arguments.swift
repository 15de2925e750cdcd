/// An option of a command, and what its help says of it.
struct Option: Hashable {
  /// The name, without its hyphens: `output`.
  let name: String
  /// What stands for the value in the help; `nil` when the option has none.
  var placeholder: String?
  /// Tells whether the command needs it.
  var isRequired = false
  /// What it does.
  let summary: String

  /// The option as it is written: `--output DIR`.
  var spelling: String { "--\(name)" + (placeholder.map { " \($0)" } ?? "") }
}

/// What follows the name of a command: options, with their values, and operands.
///
/// A value follows its option as a word of its own or after `=`. Options and operands may be mixed;
/// whatever follows `--` is an operand, and so is a lone `-`.
struct Arguments {
  /// What is not an option.
  private(set) var operands: [String] = []
  private var values: [Option: String] = [:]

  /// Reads `words`, of which those that look like options have to be among `options`.
  init(_ words: some Sequence<String>, options: [Option]) throws(Misuse) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = options.first(where: { "--\($0.name)" == parts[0] }) else {
        throw Misuse("'\(parts[0])' is not an option of this command.")
      }
      let value = try Self.value(of: option, written: parts.dropFirst().first, rest: &rest)
      guard values.updateValue(value, forKey: option) == nil else {
        throw Misuse("--\(option.name) is given twice.")
      }
    }
    for option in options where option.isRequired && values[option] == nil {
      throw Misuse("\(option.spelling) is missing.")
    }
  }

  /// The value of `option`; `nil` when it is not given.
  subscript(option: Option) -> String? { values[option] }

  /// Tells whether `option` is given.
  func contains(_ option: Option) -> Bool { values[option] != nil }

  /// Tells whether `words` ask for help, whatever else is wrong with them.
  static func askForHelp(_ words: some Sequence<String>) -> Bool {
    words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  private static func value(
    of option: Option, written: Substring?, rest: inout ArraySlice<String>
  ) throws(Misuse) -> String {
    guard let placeholder = option.placeholder else {
      guard written == nil else { throw Misuse("--\(option.name) takes no value.") }
      return ""
    }
    if let written, !written.isEmpty { return String(written) }
    // What looks like an option is one that was meant, rather than a strange value.
    guard written == nil, let next = rest.first, !next.isEmpty,
      next == "-" || !next.hasPrefix("-")
    else {
      throw Misuse(
        "--\(option.name) needs a value: '\(option.spelling)' or '--\(option.name)=\(placeholder)'."
      )
    }
    rest.removeFirst()
    return next
  }
}
