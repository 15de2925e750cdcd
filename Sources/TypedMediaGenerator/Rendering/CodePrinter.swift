/// Writes lines of code, indented by their depth.
struct CodePrinter {
  private(set) var text = ""
  private var depth = 0

  /// Writes one line, or an empty one.
  mutating func line(_ line: Code = "") {
    if !line.isEmpty {
      for _ in 0..<depth { text += "  " }
      text += line.text
    }
    text += "\n"
  }

  /// Writes a block: its opening with a brace, what is in it, and the closing brace.
  mutating func block(_ opening: Code, _ body: (inout CodePrinter) -> Void) {
    line("\(opening) {")
    indented(body)
    line("}")
  }

  /// Writes what `body` writes, one step further in.
  mutating func indented(_ body: (inout CodePrinter) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Writes a doc comment of any texts. Each of their lines is one of it; of empty ones, those stay that
  /// part paragraphs, one at a time. Nothing is written where nothing is said.
  mutating func documentation(_ lines: [String]) {
    var isWritten = false
    var isParted = false
    for text in lines {
      // Most have one line, and looking at their characters one by one is most of the work of a file.
      let isOneLine = text.utf8.allSatisfy { 0x20..<0x7f ~= $0 }
      let parts =
        isOneLine
        ? [text[...]] : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for part in parts {
        guard let end = part.lastIndex(where: { !$0.isWhitespace }) else {
          isParted = isWritten
          continue
        }
        if isParted { line("///") }
        line("/// \(comment: String(part[...end]))")
        (isWritten, isParted) = (true, false)
      }
    }
  }
}
