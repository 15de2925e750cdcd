import Testing
import TypedMedia

/// A media file that only this machine has is the likeliest mistake of all, and a paid one.
struct AddressTests {
  private func violations(of address: String, format: String = "uri") throws -> [String] {
    let record: JSON = [
      "name": "lamp",
      "input_schema": ["properties": ["image": ["type": "string", "format": .string(format)]]],
    ]
    return try ModelSnapshot(record).violations(in: ["image": .string(address)]).map(\.message)
  }

  @Test(arguments: [
    "", " ", "fox.png", "/tmp/fox.png", "./fox.png", "~/fox.png", #"C:\fox.png"#, "notaurl",
    "example.com/fox.png", "//example.com/fox.png", "file:///tmp/fox.png", "FILE:/tmp/fox.png",
    "ftp://example.com/fox.png", "sftp://example.com/fox.png", "blob:https://example.com/1",
    "content://media/1", "ph://1", "https:", "https://", "https:///fox.png", "http://:80/fox.png",
    "https:fox.png", "http//example.com", "data:image/png;base64", "1http://example.com",
    "https ://example.com", "https://exam ple.com/fox.png",
  ])
  func whatNoServiceCanFetchIsAViolation(address: String) throws {
    let messages = try violations(of: address)
    #expect(messages.count == 1)
    #expect(messages.first?.contains("https://example.com/fox.png") == true)
  }

  @Test(arguments: [
    "https://example.com/fox.png", "http://127.0.0.1:8080/fox.png", "HTTPS://EXAMPLE.COM",
    "https://user:word@example.com/fox.png?a=b#c", "https://[::1]/fox.png",
    "https://exämple.com/füchse.png", "data:image/png;base64,iVBORw0KGgo=", "data:,x",
    "gs://bucket/fox.png", "s3://bucket/fox.png",
  ])
  func whatAServiceMayFetchIsNone(address: String) throws {
    #expect(try violations(of: address).isEmpty)
  }

  @Test(arguments: ["url", "http-url"])
  func otherNamesOfTheFormatAreKnown(format: String) throws {
    #expect(try violations(of: "/tmp/fox.png", format: format).count == 1)
    #expect(try violations(of: "/tmp/fox.png", format: "uri-reference").isEmpty)
    #expect(try violations(of: "/tmp/fox.png", format: "x-\(format)").isEmpty)
  }
}
