/// Writes lines of code, indented by their depth.
struct CodePrinter {
  private(set) var text = ""
  private var depth = 0

  /// Writes one line, or an empty one.
  mutating func line(_ line: String = "") {
    if !line.isEmpty {
      for _ in 0..<depth { text += "  " }
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

  /// Writes a doc comment. What would end one of its lines early, or upset a terminal, is left out.
  mutating func documentation(_ lines: [String]) {
    for text in lines {
      // Most are plain, and looking at their characters one by one is most of the work of a file.
      guard !text.utf8.allSatisfy(Self.isPlain) else {
        for part in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        {
          line(part.isEmpty ? "///" : "/// \(Substring(part))")
        }
        continue
      }
      for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        let scalars = part.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7f }
        line(scalars.isEmpty ? "///" : "/// " + String(String.UnicodeScalarView(scalars)))
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    0x20..<0x7f ~= byte || byte == UInt8(ascii: "\n")
  }
}
