import LoopbackServer

/// An answer that breaks off, or is none.
struct Breakage: Sendable, CustomStringConvertible {
  let description: String
  let steps: [LoopbackServer.Step]

  init(_ description: String, _ steps: LoopbackServer.Step...) {
    self.description = description
    self.steps = steps
  }

  static let usual =
    [
      Breakage("closed before the status line", .close),
      Breakage("reset before the status line", .reset),
      Breakage("closed in the status line", .write("HTTP/1.1 2"), .close),
      Breakage(
        "closed in the header", .write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n"), .close),
      Breakage(
        "reset in the header", .write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n"),
        .reset),
      Breakage("closed in the body", .write(head(["Content-Length": "100"]) + "half"), .close),
      Breakage("reset in the body", .write(head(["Content-Length": "100"]) + "half"), .reset),
      Breakage(
        "closed in a chunk", .write(head(["Transfer-Encoding": "chunked"]) + "64\r\nhalf"), .close),
      Breakage(
        "garbage for a chunk", .write(head(["Transfer-Encoding": "chunked"]) + "zz\r\nhalf\r\n"),
        .close),
      Breakage(
        "garbage for a compressed body",
        .write(head(["Content-Length": "4", "Content-Encoding": "gzip"]) + "half"), .close),
      Breakage("garbage", .write("\u{7}\u{0} this is not HTTP at all\r\n\r\n"), .close),
      Breakage("another protocol", .write("SSH-2.0-OpenSSH_9.6\r\n"), .close),
      Breakage("a version that does not exist", .write("HTTP/9.9 200 OK\r\n\r\n"), .close),
      Breakage("no status", .write("HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n"), .close),
    ]

  /// Answers that end before their length is known.
  static let withinTheHeader = [
    Breakage("closed after the status line", .write("HTTP/1.1 200 OK\r\n"), .close),
    Breakage("closed in the first field", .write("HTTP/1.1 200 OK\r\nContent-Le"), .close),
  ]

  private static func head(_ fields: [String: String]) -> String {
    LoopbackServer.Step.head(200, fields)
  }
}
