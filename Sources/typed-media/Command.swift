import TypedMediaTerminal

/// One of the things that `typed-media` does.
protocol Command: Sendable {
  /// What the command is called, takes and does.
  static var help: Help { get }

  /// Creates the command from what follows its name.
  init(_ arguments: Arguments) throws(Misuse)

  /// Does it.
  ///
  /// - Returns: How the program ends.
  func run(_ console: Console) async throws -> ExitStatus
}

/// What a command is called, takes and does.
struct Help {
  /// The command's name.
  let name: String
  /// What it does, in a few words.
  let summary: String
  /// What it takes besides options.
  let operands: String
  /// Its options.
  let options: [Option]
  /// What else there is to know.
  let discussion: String
  /// Commands to start from.
  let examples: [String]

  /// The way that the command is written, on lines that a terminal has room for.
  var usage: String {
    let options = options.map { $0.isRequired ? $0.spelling : "[\($0.spelling)]" }
    return (options + [operands]).reduce(into: ["usage: typed-media \(name)"]) { lines, word in
      let last = lines.count - 1
      if lines[last].count + 1 + word.count > 100 {
        lines.append("  \(word)")
      } else {
        lines[last] += " \(word)"
      }
    }.joined(separator: "\n")
  }

  /// All of it.
  var text: String {
    let rows = options.map { [$0.spelling, $0.summary] } + [["--help", "show this"]]
    return """
      \(summary)

      \(usage)

      \(Table(rows: rows, indentation: 2).text)

      \(discussion)

      Examples:
      \(examples.map { "  typed-media \(name) \($0)" }.joined(separator: "\n"))
      """
  }
}
