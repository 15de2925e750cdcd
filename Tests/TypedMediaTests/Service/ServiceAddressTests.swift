import Foundation
import Testing
import TypedMedia

/// Where a connection sends anything at all.
@Suite struct ServiceAddressTests {
  @Test(arguments: [
    "http://example.com", "http://192.168.0.1", "http://127.0.0.1.example.com",
    "http://localhost.example.com", "http://[2001:db8::1]/", "http://0.0.0.0", "ftp://localhost",
    "file:///etc/hosts", "https://", "//example.com", "example.com", "http://127.1.1",
    "http://127.0.0.256", "http://localhost@example.com/",
  ])
  func nothingIsSentToAnAddressThatIsNotSecure(url: String) async throws {
    let transport = CannedTransport()
    let connection = try Sample.connection(over: transport, at: url)
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.code == .insecureAddress)
    #expect(transport.requests.isEmpty)
  }

  @Test(arguments: [
    "https://example.com", "HTTPS://EXAMPLE.COM", "http://localhost", "http://LOCALHOST:8080",
    "http://127.0.0.1:8080", "http://127.1.2.3", "http://[::1]", "http://[::1]:8080/v1",
  ])
  func anAddressThatIsSecureOrOfThisMachineIsTaken(url: String) async throws {
    let transport = CannedTransport()
    _ = try await Sample.connection(over: transport, at: url).send(Sample.read)
    #expect(transport.requests.count == 1)
  }

  @Test(arguments: ["..", ".", "", "a/b", "/", "../../admin", "/etc"])
  func aPartThatCouldLeaveThePathIsRefused(part: String) async throws {
    let transport = CannedTransport()
    let connection = try Sample.connection(over: transport)
    for call in [ServiceCall.get("jobs", part), .get(part, "status"), .get(part)] {
      let error = try await caught { try await connection.send(call) }
      #expect(error.code == .invalidRequest)
      #expect(error.message.contains("\"\(part)\""))
    }
    #expect(transport.requests.isEmpty)
  }

  @Test(arguments: [
    ("job-1", "job-1"), ("a b", "a%20b"), ("a?b#c", "a%3Fb%23c"), ("a%2Fb", "a%252Fb"),
    ("%2e%2e", "%252e%252e"), ("..a", "..a"), ("Ä", "%C3%84"), ("a;b", "a;b"), ("a\nb", "a%0Ab"),
  ])
  func aPartStaysOnePart(part: String, encoded: String) async throws {
    let transport = CannedTransport()
    _ = try await Sample.connection(over: transport).send(.get("jobs", part))
    let url = try #require(transport.requests.first?.url)
    #expect(url.absoluteString == "https://api.example.com/v1/jobs/\(encoded)")
  }

  @Test(arguments: ["https://example.com/v1", "https://example.com/v1/"])
  func aSlashAtTheEndOfTheAddressMakesNoDifference(url: String) async throws {
    let transport = CannedTransport()
    _ = try await Sample.connection(over: transport, at: url).send(Sample.read)
    #expect(transport.requests.first?.url.absoluteString == "https://example.com/v1/models")
  }
}
