import Foundation
import Testing
import TypedMedia

/// What a file is saved as: by its bytes, then by what the server states, then by its address.
@Suite struct ReceivedFileTests {
  private typealias Files = SampleFiles

  @Test(
    arguments: [
      (Files.png, "video/mp4", "webm", "png"), (Files.png, "text/html", "exe", "png"),
      (Files.png, nil, "", "png"), (Files.mp4, "application/octet-stream", "php", "mp4"),
      (Files.mp4, "audio/mp4", "", "m4a"), (Files.mp4, "Audio/X-M4A", "", "m4a"),
      (Files.mp4, "video/x-m4v", "", "m4v"), (Files.mp4, "image/png", "", "mp4"),
      (Files.mp4, nil, "M4A", "m4a"), (Files.webm, "audio/webm; codecs=opus", "", "weba"),
      (Files.bytes("PK\u{3}\u{4}"), "model/vnd.usdz+zip", "", "usdz"),
    ] as [(Data, String?, String, String)])
  func theBytesGoFirst(
    head: Data, stated: String?, inAddress: String, type: String
  ) throws {
    let file = ReceivedFile(head: head, contentType: stated, fileExtension: inAddress)
    #expect(try file.type(expecting: nil)?.fileExtension == type)
  }

  @Test(
    arguments: [
      ("image/jpg", "", "jpg"), ("IMAGE/JPEG;q=1", "", "jpg"), ("audio/mp3", "", "mp3"),
      ("audio/x-m4a", "", "m4a"), ("video/x-m4v", "", "m4v"), ("image/avif", "", "avif"),
      ("image/heic", "", "heic"), ("model/gltf-binary", "", "glb"), ("audio/x-wav", "", "wav"),
      (" video/mp4 ", "", "mp4"), ("video/mp4", "mov", "mp4"), (nil, "WebM", "webm"),
      ("application/octet-stream", "jpeg", "jpg"), ("binary/octet-stream", "", nil),
      ("text/plain", "mp4", "mp4"), ("text/plain", "", nil), ("text/html", "", nil), (nil, "", nil),
      (nil, "exe", nil), (nil, "php", nil), (nil, "html", nil), (nil, "sh", nil), (nil, "js", nil),
      ("application/x-msdownload", "exe", nil), ("text/html", "html", nil),
    ] as [(String?, String, String?)])
  func bytesOfAKindThatIsNotKnownAreWhatTheServerSays(
    stated: String?, inAddress: String, type: String?
  ) throws {
    let file = ReceivedFile(
      head: Files.unknown, contentType: stated, fileExtension: inAddress)
    #expect(try file.type(expecting: nil)?.fileExtension == type)
    #expect(try file.type(expecting: .video)?.fileExtension == type)
  }

  @Test(
    arguments: [
      ("1\n00:00:01,000 --> 00:00:02,000", "text/plain", "srt", "srt"),
      ("1\n00:00:01,000", "application/x-subrip", "", "srt"), ("A fox.", "text/plain", "", "txt"),
      ("A fox.", "text/vtt", "", "vtt"), ("A fox.", "text/plain; charset=utf-8", "txt", "txt"),
      ("# Blender\nv 0 0 0", "model/obj", "obj", "obj"), ("solid fox", nil, "stl", "stl"),
      ("A fox.", nil, "", nil), ("A fox.", "application/octet-stream", "", nil),
      ("{\"v\": \"5.5\"}", "application/json", "json", "json"),
      ("{\"asset\": {}", nil, "gltf", nil),
      ("{\"asset\": {}}", "model/gltf+json", "gltf", "gltf"),
      (String(repeating: "a fox ", count: 1_000), "video/mp4", "mp4", "mp4"),
    ] as [(String, String?, String, String?)])
  func aTextIsTakenWhereOneWasPromised(
    text: String, stated: String?, inAddress: String, type: String?
  ) throws {
    let file = ReceivedFile(
      head: Data(text.utf8), contentType: stated, fileExtension: inAddress)
    let expected = inAddress == "gltf" ? "gltf" : type
    #expect(try file.type(expecting: nil)?.fileExtension == expected)
  }

  @Test(
    arguments: [
      ("<!DOCTYPE html>", "video/mp4", "mp4", "an HTML page"),
      ("<!DOCTYPE html>", "text/plain", "txt", "an HTML page"),
      ("<Error/>", "image/png", "", "a document of the kind <Error>"),
      ("{\"detail\": \"gone\"}", "video/mp4", "mp4", "a JSON document"),
      ("{\"detail\": \"gone\"}", "application/json", "", "a JSON document"),
      ("", "video/mp4", "mp4", "an empty file"), ("Access denied", "video/mp4", "", "a text"),
      ("Access denied", "text/plain", "mp4", "a text"),
      ("Access denied", "text/html", "", "a text"),
      ("null", "application/json", "", "a text"),
    ] as [(String, String?, String, String)])
  func whatIsNoResultIsNamed(
    text: String, stated: String?, inAddress: String, found: String
  ) throws {
    let file = ReceivedFile(
      head: Data(text.utf8), contentType: stated, fileExtension: inAddress)
    let mismatch = #expect(throws: ReceivedFile.Mismatch.self) { try file.type(expecting: nil) }
    #expect(mismatch?.found == found)
    #expect(mismatch?.mayPass == true)
  }

  @Test(arguments: [
    (Files.png, MediaKind.image, true), (Files.png, .video, false), (Files.png, .audio, false),
    (Files.svg, .image, true), (Files.mp4, .video, true), (Files.mp4, .audio, true),
    (Files.mp4, .image, false), (Files.webm, .audio, true), (Files.mp3, .audio, true),
    (Files.mp3, .video, false), (Files.gif, .video, false), (Files.pdf, .image, false),
    (Files.glb, .video, false), (Files.unknown, .video, true), (Data("A fox".utf8), .video, false),
    (Data("{\"a\": 1}".utf8), .image, false), (Files.page, .image, false), (Data(), .image, false),
  ])
  func whatIsClearlyAnotherKindIsNotTaken(head: Data, kind: MediaKind, isTaken: Bool) {
    let file = ReceivedFile(head: head, contentType: nil, fileExtension: "json")
    if isTaken {
      #expect(throws: Never.self) { try file.type(expecting: kind) }
    } else {
      #expect(throws: ReceivedFile.Mismatch.self) { try file.type(expecting: kind) }
    }
  }

  @Test func soundInAContainerIsSavedAsSoundWhereThatIsExpected() throws {
    let file = ReceivedFile(head: Files.mp4, contentType: "video/mp4")
    #expect(try file.type(expecting: .audio)?.fileExtension == "m4a")
  }
}
