import Testing
import TypedMediaSchema

/// Patterns that are followed without the engine mean what they mean to the engine.
struct SimplePatternTests {
  private static let patterns = [
    "", "^", "$", "^$", "a", "^a", "a$", "^a$", "ab", "^ab*c$", "^ab+c", "^ab?c$", "^a{2}$",
    "^a{2,}$",
    "^a{1,2}b", "a{2}", "a{0}", "^a{0}$", "a*", "a+$", "^a*a$", "^a*b?a$", "^[ab]*c$", "[^ab]",
    "^[^ab]+$",
    "^https?://", "https://.*", #"^\w+$"#, #"[^\s\x1C-\x1F]"#, #"^\d{3}-\d{4}$"#, #"^[\w-]+$"#,
    #"^\s*$"#, #"\S"#,
    #"^\W$"#, #"^\D+$"#, ".", "^.$", "^..$", "^.*$", #"\."#, #"^[\d.,-]+$"#,
    "^[a-z0-9]+:[a-z0-9]+$", "[-a]",
    "[a-]", "^[+-]?[0-9]+$", #"^[^\n]+$"#, #"\x41"#, "^[A-Za-z0-9+/]*=*$", #"^\/a\/$"#, #"\$"#,
    "^a.c$",
    "^[^-]$", #"^[\]\\]$"#, "^[a-c-]$", "^[.]$", "x{2,1}", "[b-a]", "a**", "a{1}{2}", "a+?",
    "^a++$", "a|b", "(a)",
    "[[a]", "[a&&b]", #"[\w-z]"#, #"\e"#, #"\q"#, "é", "[é]", "{", "a{", "a{x}", "]", "a]", #"\cA"#,
    #"\u0041"#,
    #"\bx"#, "[]", "[^]", #"\"#, "[a", "^^a", "a$$", "a^", "$a", "^*", "*", "a{99999}",
  ]

  private static let texts = [
    "", "a", "b", "ab", "abc", "abbc", "ac", "aa", "aaa", "aab", "ba", "c", "\n", "a\n", "\r", " ",
    "\t", "\u{1C}",
    "\u{A0}", "\u{2028}", "\u{2003}", "\u{3000}", "\u{FEFF}", "\u{1680}", "\u{205F}", "é", "éa",
    "日本", "😀", "😀a",
    "e\u{301}", "http://x", "https://x", "xhttps://", "555-1234", "a-b", "a:b", "a_1", "-", "+12",
    "1,2.3", "QUJD",
    "QUI=", "QQ==", "=Q", "/a/", "$", "]", "\\", ".", "a.c", "a\u{2028}c", "A", "\u{0}", "{", "a{",
    "a{x}", "^a",
    "aé", "xx", "z", "&", "[",
  ]

  @Test(arguments: patterns)
  func aSimplePatternMeansWhatItMeansInAGroup(pattern: String) throws {
    // What is in a group is left to the engine.
    guard let inGroup = try? JSONSchema(["pattern": .string("(?:\(pattern))")]) else {
      #expect(throws: JSONSchemaError.self) { try JSONSchema(["pattern": .string(pattern)]) }
      return
    }
    let alone = try JSONSchema(["pattern": .string(pattern)])
    for text in Self.texts {
      #expect(alone.isValid(.string(text)) == inGroup.isValid(.string(text)), "\(text)")
    }
  }
}
