import Foundation
import ServiceTestSupport
import Testing
import TypedMedia

/// A result whose address is the file itself.
@Suite struct DataAddressTests {
  let folder: TemporaryFolder
  static let png = SampleFiles.png.base64EncodedString()

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("data:image/png;base64,\(png)", "fox.png"), ("DATA:IMAGE/PNG;BASE64,\(png)", "fox.png"),
    ("data:image/png;name=fox.png;charset=utf-8;base64,\(png)", "fox.png"),
    ("data:;base64,\(png)", "fox.png"), ("data:video/mp4;base64,\(png)", "fox.png"),
    ("data:image/png;base64,\(png.replacing("=", with: ""))", "fox.png"),
    (
      "data:image/png;base64,\(png.replacing("=", with: "%3D").replacing("/", with: "%2F"))",
      "fox.png"
    ),
    (
      "data:image/png;base64,\(png.replacing("+", with: "-").replacing("/", with: "_"))", "fox.png"
    ),
    ("data:image/png;base64,\(png.prefix(8))%0A\(png.dropFirst(8))", "fox.png"),
    ("data:image/png,%89PNG%0D%0A%1A%0A%00%00%00%0DIHDR", "fox.png"),
  ])
  func itIsDecodedAndSaved(address: String, file: String) async throws {
    let saved = try await save(address)
    #expect(saved.lastPathComponent == file)
    #expect(try Data(contentsOf: saved) == SampleFiles.png)
  }

  @Test func aDrawingMayBeWrittenOut() async throws {
    let svg = ##"<svg xmlns="http://www.w3.org/2000/svg"><path fill="#fff"/></svg>"##
    let object: JSONObject = ["url": .string("data:image/svg+xml;utf8,\(svg)")]
    let address = try #require(object.url("url"))
    let saved = try await Download(over: CannedTransport()).save(
      address, in: folder.url, named: "fox")
    #expect(saved.lastPathComponent == "fox.svg")
    #expect(try String(contentsOf: saved, encoding: .utf8) == svg)
  }

  @Test func textSaysSoByDefault() async throws {
    #expect(try await save("data:,A%20fox").lastPathComponent == "fox.txt")
  }

  @Test(arguments: [
    ("data:image/png;base64,\(String(repeating: "A", count: 4_001))", MediaError.Code.notSaved),
    ("data:image/png;base64,!!!!", .notSaved), ("data:image/png", .notSaved), ("data:,", .notSaved),
    ("data:image/png;base64,", .notSaved), ("data:text/html,%3Chtml%3E", .notSaved),
    ("data:image/png;base64,\(Data(count: 5_001).base64EncodedString())", .responseTooLarge),
    ("data:image/png,\(String(repeating: "%00", count: 5_001))", .responseTooLarge),
    ("data:image/png,\(String(repeating: "x", count: 90_000))", .responseTooLarge),
  ])
  func whatCannotBeSavedIsOneShortSentence(address: String, code: MediaError.Code) async throws {
    let error = try await caught { try await save(address) }
    #expect(error.code == code)
    #expect(printedText(of: error).utf8.count < 4_000)
    #expect(error.message.count < 120)
    #expect(try folder.contents().isEmpty)
  }

  @Test func whatFitsExactlyIsSaved() async throws {
    let content = SampleFiles.png + Data(count: 5_000 - SampleFiles.png.count)
    let address = "data:image/png;base64,\(content.base64EncodedString())"
    #expect(try await save(address).lastPathComponent == "fox.png")
  }

  @Test func noUploadGoesToOne() async throws {
    let url = try Sample.url("data:image/png;base64,\(String(repeating: "A", count: 4_000))")
    let error = try await caught { try await Upload(over: CannedTransport()).put(Data(), to: url) }
    #expect(error.code == .insecureAddress)
    #expect(error.message.count < 120)
  }

  private func save(_ address: String) async throws -> URL {
    try await Download(over: CannedTransport(), maximumSize: 5_000).save(
      Sample.url(address), in: folder.url, named: "fox")
  }
}
