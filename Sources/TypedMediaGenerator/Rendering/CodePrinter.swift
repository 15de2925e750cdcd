/// Writes lines of code, indented by their depth.
struct CodePrinter {
  private(set) var text = ""
  private var depth = 0

  /// Writes one line, or an empty one.
  mutating func line(_ line: String = "") {
    if !line.isEmpty {
      text += String(repeating: "  ", count: depth)
      text += line
    }
    text += "\n"
  }

  /// Writes a block: its opening with a brace, what is in it, and the closing brace.
  mutating func block(_ opening: String, _ body: (inout CodePrinter) -> Void) {
    line(opening + " {")
    indented(body)
    line("}")
  }

  /// Writes what `body` writes, one step further in.
  mutating func indented(_ body: (inout CodePrinter) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Writes a doc comment.
  mutating func documentation(_ lines: [String]) {
    for line in lines { self.line(line.isEmpty ? "///" : "/// " + line) }
  }
}
