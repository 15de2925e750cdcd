import Foundation
import ServiceTestSupport
import Testing
import TypedMedia

/// A service elsewhere leads nobody to this machine or into a private network.
@Suite struct PrivateAddressTests {
  static let local = [
    "localhost", "LOCALHOST", "localhost.", "a.localhost", "printer.local",
    "metadata.google.internal",
    "nas.lan", "router.home.arpa", "intranet", "", "127.0.0.1", "127.255.255.254", "127.0.0.1.",
    "127.1", "127.0.1", "0x7f.1", "0X7F000001", "2130706433", "017700000001", "0177.0.0.0x1", "0",
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "012.0.0.1", "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.168.0.1", "0xc0a80001", "3232235521", "192.0.0.8",
    "198.18.0.1", "224.0.0.1", "255.255.255.255", "1.2.3.256", "1.2.3.4.5", "08.8.8.8",
    "4294967296",
    "::1", "[::1]", "::", "0:0:0:0:0:0:0:1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:7f00:1",
    "::FFFF:c0a8:1", "::ffff:0:10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::8.8.8.8",
    "2002:7f00:1::",
    "fe80::1", "fe80::1%eth0", "fe80::1%25eth0", "febf::1", "fec0::1", "fc00::1", "fdff::1",
    "ff02::1", ":::", "1::2::3", "%31%32%37.0.0.1", "１２７.０.０.１", "127。0。0。1", "ⓛocalhost",
  ]

  static let elsewhere = [
    "example.com", "cdn.example.com.", "localhost.example.com", "127.0.0.1.example.com",
    "internal.example.com", "10.example", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255",
    "100.128.0.1", "128.0.0.1", "169.253.0.1", "172.15.255.255", "172.32.0.1", "192.167.0.1",
    "192.169.0.1", "134744072", "0x08080808", "010.8.8.8", "223.255.255.255", "2606:4700::1111",
    "[2001:db8::1]", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::", "fbff::1",
    "bücher.example", "xn--bcher-kva.example", "a-b.example", "face.example",
  ]

  @Test(arguments: local) func thisMachineAndPrivateNetworksAreKnown(host: String) {
    #expect(ServiceAddress.isLocal(host))
  }

  @Test(arguments: elsewhere) func whatIsPublicIsNot(host: String) {
    #expect(!ServiceAddress.isLocal(host))
  }

  @Test(arguments: [
    "https://127.0.0.1/a?signature=5ecre7", "http://127.0.0.1:8080/a", "http://localhost/a",
    "https://[::1]/a", "https://192.168.0.1/a", "https://0x7f.1/a", "https://printer.local/a",
  ])
  func aServiceElsewhereLeadsNobodyThere(url: String) async throws {
    let folder = try TemporaryFolder()
    let transport = CannedTransport(data: SampleFiles.mp4)
    let connection = try Sample.connection(over: transport)
    let download = try await caught {
      try await connection.download.save(Sample.url(url), in: folder.url, named: "fox")
    }
    let upload = try await caught {
      try await connection.upload.put(Data(), to: Sample.url(url))
    }
    for error in [download, upload] {
      #expect(error.code == .insecureAddress)
      #expect(!"\(error)".contains("5ecre7"))
    }
    #expect(transport.requests.isEmpty)
    #expect(try folder.contents().isEmpty)
  }

  @Test(arguments: [
    ("http://localhost:8080/v1", "http://127.0.0.1:9000/a"),
    ("https://192.168.0.7/v1", "https://192.168.0.8/a"),
    ("https://media.corp/v1", "https://files.corp/a"),
    ("http://127.0.0.1/v1", "https://example.com/a"),
    ("https://api.example.com/v1", "https://cdn.example.com/a"),
  ])
  func whoIsThereMayLeadThere(service: String, url: String) async throws {
    let folder = try TemporaryFolder()
    let connection = try Sample.connection(
      over: CannedTransport(data: SampleFiles.mp4), at: service)
    _ = try await connection.download.save(Sample.url(url), in: folder.url, named: "fox")
    try await connection.upload.put(Data(), to: Sample.url(url))
  }

  /// Whoever names an address himself knows where it leads.
  @Test(arguments: ["https://192.168.0.1/a", "http://127.0.0.1/a", "https://localhost/a"])
  func aCallerMayGoThere(url: String) async throws {
    let folder = try TemporaryFolder()
    let transport = CannedTransport(data: SampleFiles.mp4)
    _ = try await Download(over: transport).save(Sample.url(url), in: folder.url, named: "fox")
    try await Upload(over: transport).put(Data(), to: Sample.url(url))
    #expect(transport.requests.count == 2)
  }
}
