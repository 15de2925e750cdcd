import Foundation
import Testing
import TypedMedia

/// An address is read alike on every system, and what it says is not changed.
@Suite struct LenientURLTests {
  @Test(arguments: [
    ("https://example.com/a b.mp4", "https://example.com/a%20b.mp4"),
    ("https://example.com/a b%20c%2Fd", "https://example.com/a%20b%20c%2Fd"),
    (
      "https://example.com/Füchse/狐.mp4?q=ä",
      "https://example.com/F%C3%BCchse/%E7%8B%90.mp4?q=%C3%A4"
    ),
    ("https://example.com/100%.mp4", "https://example.com/100%25.mp4"),
    ("https://example.com/%zz%4", "https://example.com/%25zz%254"),
    ("https://example.com/[a]?b=[c]", "https://example.com/%5Ba%5D?b=%5Bc%5D"),
    ("https://[2001:db8::1]:8080/[a]", "https://[2001:db8::1]:8080/%5Ba%5D"),
    ("https://example.com/a#b#c", "https://example.com/a#b%23c"),
    ("https://example.com/{\"a\"}|\\^`<>", "https://example.com/%7B%22a%22%7D%7C%5C%5E%60%3C%3E"),
    (" https://example.com/a\n", "https://example.com/a"),
    ("\u{3000}\u{A0}\u{85}https://example.com/é \t\u{2028}", "https://example.com/%C3%A9"),
    ("/files/a b", "/files/a%20b"),
    (
      "https://example.com/a?X-Amz-Signature=a%2Bb+c/d&e=f;g,h!i'(j)*$@:~",
      "https://example.com/a?X-Amz-Signature=a%2Bb+c/d&e=f;g,h!i'(j)*$@:~"
    ),
  ])
  func whatAnAddressMayNotHaveIsEncodedOnce(text: String, url: String) throws {
    #expect(URL(lenient: text)?.absoluteString == url)
    let object: JSONObject = ["url": .string(text)]
    #expect(object.url("url")?.absoluteString == url)
    #expect(try URL(json: .string(text)).absoluteString == url)
    // Once read, it is read as it is.
    #expect(URL(lenient: url)?.absoluteString == url)
  }

  @Test func aHostBeyondASCIIIsAnAddressToo() {
    let host = URL(lenient: "https://bücher.example/a b%20c")?.absoluteString
    #expect(
      ["https://xn--bcher-kva.example/a%20b%20c", "https://b%C3%BCcher.example/a%20b%20c"]
        .contains(host))
  }

  @Test(arguments: ["", " ", "\n"]) func nothingIsNoAddress(text: String) {
    #expect(URL(lenient: text) == nil)
  }
}
