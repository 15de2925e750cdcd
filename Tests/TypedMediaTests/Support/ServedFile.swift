import Foundation
import LoopbackServer

/// A file as a server has it.
struct ServedFile: Sendable {
  var content = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
  var fields = ["ETag": "\"one\""]

  /// The whole file, or the part of it that the request asks for.
  func answer(_ request: LoopbackRequest) -> [LoopbackServer.Step] {
    guard let start = start(request) else { return whole }
    return part(from: start, "bytes \(start)-\(content.count - 1)/\(content.count)")
  }

  /// The whole file.
  var whole: [LoopbackServer.Step] { [.write(head(200, length: content.count)), .write(content)] }

  /// The file from `start` on, with a `Content-Range` that may not be true.
  func part(
    from start: Int, _ range: String?, upTo end: Int? = nil
  ) -> [LoopbackServer.Step] {
    var file = self
    file.fields["Content-Range"] = range
    let rest = Data(content[start..<(end ?? content.count)])
    return [.write(file.head(206, length: rest.count)), .write(rest)]
  }

  /// The answer to `request`, with no more than `count` bytes of it before `end`.
  func cut(
    _ request: LoopbackRequest, after count: Int, by end: LoopbackServer.Step = .close
  ) -> [LoopbackServer.Step] {
    let start = start(request) ?? 0
    var file = self
    if start > 0 {
      file.fields["Content-Range"] = "bytes \(start)-\(content.count - 1)/\(content.count)"
    }
    return [
      .write(file.head(start > 0 ? 206 : 200, length: content.count - start)),
      .write(Data(content[start...].prefix(count))), end,
    ]
  }

  /// Where the part begins that the request asks for; `nil` when it is to have everything.
  private func start(_ request: LoopbackRequest) -> Int? {
    guard let range = request.headers["range"], request.headers["if-range"] == fields["ETag"] else {
      return nil
    }
    return Int(range.dropFirst("bytes=".count).dropLast())
  }

  private func head(_ status: Int, length: Int) -> String {
    LoopbackServer.Step.head(
      status,
      fields.merging(["Content-Length": "\(length)", "Content-Type": "video/mp4"]) { $1 })
  }
}
