import Testing

@testable import TypedMediaGenerator

@Suite struct LiteralTests {
  @Test(arguments: [
    ("{}", ##"#"{}"#"##), (##"{"a":1}"##, ##"#"{"a":1}"#"##),
    (##"{"#a":1}"##, ###"##"{"#a":1}"##"###),
    (###"a"##b"###, ####"###"a"##b"###"####), (##"a\#(b)"##, ###"##"a\#(b)"##"###),
    ("a # b ## c", ##"#"a # b ## c"#"##),
  ])
  func rawLiteralsHaveEnoughPounds(text: String, literal: String) {
    #expect(Literal.raw(text) == literal)
  }

  @Test(arguments: [
    ("One.", "/// One.\n"), ("", "///\n"), ("One.\nTwo.", "/// One.\n/// Two.\n"),
    ("One.\n\nTwo.\n", "/// One.\n///\n/// Two.\n///\n"),
    ("One.\r\nTwo — and\u{2028}three.", "/// One.\n/// Two — and\n/// three.\n"),
    ("A\ttab, a \u{1b}[0m and a \u{7f}.", "/// Atab, a [0m and a .\n"),
  ])
  func everyLineOfACommentIsAComment(text: String, comment: String) {
    var printer = CodePrinter()
    printer.documentation([text])
    #expect(printer.text == comment)
  }
}
