import Foundation
import LoopbackServer
import Testing

/// What becomes of requests whose answers were lost.
@Suite(.serialized, .timeLimit(.minutes(20))) struct SettleTests {
  /// fal, which loses the answer to a request, and lists what it took.
  private static func forgetfulFal(listing items: String) throws -> PlayedService {
    try PlayedService.fal { request in
      switch request.path {
      case "/queue/fal-ai/ear": [.reset]
      case "/platform/models/requests/by-endpoint":
        [.answer(body: #"{"items": [\#(items)], "next_cursor": null, "has_more": false}"#)]
      default: nil
      }
    }
  }

  private static let request = #"{"audio_url": "https://a.example/tide.mp3"}"#

  private func lose(_ service: PlayedService, _ words: String...) throws -> String {
    let outcome = try service.typedMedia(["run"] + words)
    #expect(outcome.status == 69)
    let row = try #require(try service.typedMedia("jobs").outputLines.dropFirst().first)
    #expect(row.contains(" unknown "))
    return try #require(row.split(separator: " ").last).description
  }

  private func loseAtFal(_ fal: PlayedService) throws -> String {
    try lose(
      fal, "fal", "fal-ai/ear", "audio_url=https://a.example/tide.mp3", "--schema", "schemas")
  }

  private func settle(_ service: PlayedService, _ words: String...) throws -> Workbench.Outcome {
    try service.typedMedia(
      ["jobs", "settle"] + words + ["--base-url", service.server.url("").absoluteString])
  }

  @Test func whatWasTakenIsFoundAndGoneOnWith() throws {
    let fal = try Self.forgetfulFal(
      listing: #"{"request_id": "r1", "json_input": \#(Self.request), "status_code": 200}"#)
    let id = try loseAtFal(fal)
    #expect(
      try fal.typedMedia("resume").errors.contains("typed-media jobs settle \(id) --base-url"))
    let outcome = try settle(fal)
    #expect(outcome.errors.contains("\(id): fal took it, as r1. typed-media resume r1"))
    #expect(outcome.status == 0)
    #expect(try fal.typedMedia("resume").output == "Ebb and flow.\n")
    #expect(try settle(fal).errors == "Nothing is unknown.\n")
    #expect(fal.paid.count == 1)
  }

  @Test(arguments: [
    ("", "fal lists no such job, which does not mean that it took none"),
    (
      #"{"request_id": "r1", "json_input": {"audio_url": "https://a.example/ebb.mp3"}}"#,
      "fal lists no such job"
    ),
    (
      #"{"request_id": "r2", "json_input": \#(request)}, {"request_id": "r1", "json_input": \#(request)}"#,
      "it may be any of r1, r2."
    ),
  ])
  func whatCannotBeToldStaysUnknown(items: String, message: String) throws {
    let fal = try Self.forgetfulFal(listing: items)
    let id = try loseAtFal(fal)
    let outcome = try settle(fal, id)
    #expect(outcome.errors.contains(message))
    #expect(outcome.errors.contains("typed-media jobs settle \(id)"))
    #expect(outcome.status == 69)
    #expect(try fal.typedMedia("jobs").output.contains(" unknown "))
    // Somebody who has looked says it.
    #expect(try settle(fal, id.lowercased(), "--job", "r1").status == 0)
    #expect(try fal.typedMedia("resume").output == "Ebb and flow.\n")
  }

  @Test func aServiceThatCannotLookSaysSo() throws {
    let hoox = try PlayedService.hoox { $0.path == "/asset/start" ? [.reset] : nil }
    let id = try lose(hoox, "hoox", "aurora", "prompt=A fox")
    let outcome = try settle(hoox)
    #expect(outcome.errors.contains("error: hoox does not list what it was asked for"))
    #expect(outcome.errors.contains("typed-media resume \(id)"))
    #expect(outcome.status == 69)
    #expect(try settle(hoox, id, "--job", "a1").errors.contains("Hoox took it, as a1."))
    #expect(try hoox.typedMedia("resume").output == "a1.gif\n")
  }

  @Test func aServiceThatRefusesIsSaid() throws {
    let fal = try PlayedService.fal { request in
      switch request.path {
      case "/queue/fal-ai/ear": [.reset]
      case "/platform/models/requests/by-endpoint":
        [
          .answer(
            403, body: #"{"error": {"type": "authorization_error", "message": "Not yours."}}"#)
        ]
      default: nil
      }
    }
    let id = try loseAtFal(fal)
    let outcome = try settle(fal)
    #expect(outcome.errors.contains(id) && outcome.errors.contains("Not yours."))
    #expect(outcome.status != 0)
    let keyless = try fal.typedMedia(
      ["jobs", "settle", "--base-url", fal.server.url("").absoluteString], keys: [:])
    #expect(keyless.errors.contains("there is no key for fal"))
    #expect(keyless.status == 78)
  }

  @Test(arguments: [
    ("jobs settle", 0, "Nothing is unknown."),
    ("jobs settle nothing", 1, "no request whose outcome is unknown is called 'nothing'"),
    ("jobs settle --job r1", 64, "error: which request?"),
    ("jobs settle a b --job r1", 64, "error: which request?"),
    ("jobs settle --all", 64, "'settle' takes no --since and no --all"),
    ("jobs --job r1", 64, "--job and --base-url are for 'jobs settle'."),
    ("jobs --base-url https://a.example", 64, "--job and --base-url are for 'jobs settle'."),
  ])
  func aMistakeIsALine(command: String, status: Int32, message: String) throws {
    let outcome = try Workbench().typedMediaAtFirst(command)
    #expect(outcome.errors.contains(message))
    #expect(outcome.status == status)
  }
}
