import Foundation
import Testing
import TypedMedia

/// What first bytes say, whatever their file is called.
@Suite struct FileContentTests {
  private typealias Files = SampleFiles

  @Test(arguments: [
    (Files.png, "png"), (Files.jpeg, "jpg"), (Files.gif, "gif"), (Files.webp, "webp"),
    (Files.bytes("BM\u{8a}\0\0\0\0\0\0\0"), "bmp"), (Files.bytes("II*\0\u{8}"), "tiff"),
    (Files.bytes("MM\0*\0"), "tiff"), (Files.bytes("\0\0\0\u{c}JXL \r\n"), "jxl"),
    (Files.bytes("8BPS\0\u{1}"), "psd"), (Files.movie("avif", "mif1"), "avif"),
    (Files.movie("mif1", "heic"), "heic"), (Files.movie("mif1", "avif"), "avif"),
    (Files.mp4, "mp4"), (Files.movie("iso5", "dash"), "mp4"), (Files.movie("M4V "), "m4v"),
    (Files.movie("M4A "), "m4a"), (Files.quickTime, "mov"), (Files.movie("3gp5"), "3gp"),
    (Files.bytes("\0\0\0\u{8}wide"), "mov"), (Files.webm, "webm"),
    (Files.bytes("\u{1a}\u{45}\u{df}\u{a3}B\u{82}\u{88}matroska"), "mkv"),
    (Files.bytes("RIFF\0\0\0\0AVI LIST"), "avi"), (Files.bytes("\0\0\u{1}\u{ba}D"), "mpg"),
    (Files.mp3, "mp3"), (Data([0xff, 0xfb, 0x90, 0x44]), "mp3"),
    (Data([0xff, 0xf1, 0x50, 0x80]), "aac"), (Files.wav, "wav"), (Files.bytes("fLaC\0"), "flac"),
    (Files.bytes("FORM\0\0\0\0AIFC"), "aiff"), (Files.bytes("MThd\0\0\0\u{6}"), "mid"),
    (Files.bytes("OggS\0\u{2}\0\0\u{1e}\u{1}vorbis"), "ogg"),
    (Files.bytes("OggS\0\u{2}\0\0\u{13}OpusHead"), "opus"),
    (Files.bytes("OggS\0\u{2}\0\0*\u{80}theora"), "ogv"), (Files.glb, "glb"), (Files.pdf, "pdf"),
    (Files.bytes("PK\u{3}\u{4}\u{14}"), "zip"), (Files.bytes("\u{1f}\u{8b}\u{8}\0"), "gz"),
    (Files.bytes("ply\nformat ascii 1.0"), "ply"), (Files.bytes("WEBVTT\n\n00:00"), "vtt"),
    (Files.svg, "svg"), (Files.bytes("\u{ef}\u{bb}\u{bf}\n <svg:svg>"), "svg"),
    (Files.bytes("<?xml version=\"1.0\"?>\n<!-- a fox -->\n<svg>"), "svg"),
    (Files.bytes("<!DOCTYPE svg [ <!ENTITY a \"b\"> ]><SVG>"), "svg"),
  ])
  func aFileIsKnownByItsFirstBytes(head: Data, type: String) {
    guard case .file(let types) = FileContent(head: head) else {
      Issue.record("It is not known.")
      return
    }
    #expect(types.first?.fileExtension == type)
  }

  @Test(arguments: [
    "<!DOCTYPE html><html>", "<!doctype HTML PUBLIC \"-//W3C//DTD\">", "<HTML lang=de>", "<head>",
    "\n\t <html>", "\u{ef}\u{bb}\u{bf}<html>", "<!-- hello --><html>", "<script>location",
    "<p>Gone",
    "<?xml version=\"1.0\"?><!DOCTYPE html><html>", "\u{ff}\u{fe}<\0h\0t\0m\0l\0>\0",
    "\u{fe}\u{ff}\0<\0h\0t\0m\0l\0>",
  ])
  func aPageIsNoFile(text: String) {
    #expect(FileContent(head: Files.bytes(text)) == .markup("an HTML page"))
  }

  @Test(arguments: [
    ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code>", "<Error>"),
    ("<Error/>", "<Error>"), ("<soap:Envelope>", "<Envelope>"), ("<b>Warning</b>", "<b>"),
  ])
  func aDocumentIsNamedByItsFirstTag(text: String, tag: String) {
    #expect(FileContent(head: Files.bytes(text)) == .markup("a document of the kind \(tag)"))
  }

  @Test(arguments: [
    ("<?php echo 1;", FileContent.markup("a document without media")),
    ("<!-- " + String(repeating: "x", count: 5_000), .markup("a document without media")),
    ("{\"error\": \"gone\"}", .json), (" [ {", .json), ("{}", .json), ("[]", .json),
    ("Access denied", .text), ("<3", .text), ("[00:12.00] la la", .text), ("{a}", .text),
    ("\n", .text),
    ("", .nothing), ("\0\0\0<free", .unknown), ("\u{7}\0", .unknown), ("<\u{1}\u{2}", .unknown),
  ])
  func textIsToldFromBytes(text: String, content: FileContent) {
    #expect(FileContent(head: Files.bytes(text)) == content)
  }

  /// What is hostile takes no longer than what is not.
  @Test(arguments: ["<!doctype ", "[", "]", "[]", "<!--", "-->", "<?xml", "<", "\u{ff}\u{fe}<"])
  func aLongBeginningIsReadOnce(part: String) {
    for prefix in ["", "<!doctype svg "] {
      _ = FileContent(head: Files.bytes(prefix + String(repeating: part, count: 4_096)))
    }
  }
}
