import Testing
import TypedMediaSchema

@testable import TypedMediaGenerator

@Suite struct LiteralTests {
  @Test(arguments: [
    ("{}", ##"#"{}"#"##), (##"{"a":1}"##, ##"#"{"a":1}"#"##),
    (##"{"#a":1}"##, ###"##"{"#a":1}"##"###),
    (###"a"##b"###, ####"###"a"##b"###"####), (##"a\#(b)"##, ###"##"a\#(b)"##"###),
    ("a # b ## c", ##"#"a # b ## c"#"##), ("{\"a\u{7f}\":1}", ###"#"{"a\u007f":1}"#"###),
    ("\u{202e}", ##"#"\u202e"#"##), ("\u{e0041}", ##"#"\udb40\udc41"#"##),
  ])
  func rawLiteralsHaveEnoughPounds(text: String, literal: String) {
    let code: Code = "\(json: text)"
    #expect(code.text == literal)
  }

  @Test(arguments: [
    ("8", ".number(8)"), ("1e1", ".number(10)"), ("0.5", ".number(0.5)"),
    ("1e400", #".number(TypedMedia.JSONNumber("1e400") ?? 0)"#),
    ("12345678901234567890", #".number(TypedMedia.JSONNumber("12345678901234567890") ?? 0)"#),
    (
      "0.12345678901234567890123",
      #".number(TypedMedia.JSONNumber("0.12345678901234567890123") ?? 0)"#
    ),
  ])
  func numbersLoseNothing(number: String, literal: String) throws {
    #expect(Literal.json(try JSON(parsing: number)).text == literal)
  }

  @Test func whatIsNestedTooDeeplyForTheCompilerIsReadFromItsText() throws {
    func nested(_ depth: Int) throws -> JSON {
      try JSON(
        parsing: String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    }
    #expect(Literal.json(try nested(2)).text == ".array([.array([])])")
    #expect(Literal.json(try nested(64)).text.hasPrefix(".array([.array(["))
    #expect(Literal.json(try nested(65)).text.hasPrefix(##"(try? TypedMedia.JSON(parsing: #"[[["##))
  }

  @Test(arguments: [
    ("One.", "/// One.\n"), ("", ""), (" \n\t\n", ""), ("One.\nTwo.", "/// One.\n/// Two.\n"),
    ("\nOne. \n\n \nTwo.\n", "/// One.\n///\n/// Two.\n"),
    ("One.\r\nTwo — and\u{2028}three.", "/// One.\n/// Two — and\n/// three.\n"),
    ("A\ttab, a \u{1b}[0m and a \u{7f}.", "/// A\\u{9}tab, a \\u{1b}[0m and a \\u{7f}.\n"),
  ])
  func everyLineOfACommentIsAComment(text: String, comment: String) {
    var printer = CodePrinter()
    printer.documentation([text])
    #expect(printer.text == comment)
  }
}
