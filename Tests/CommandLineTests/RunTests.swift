import Foundation
import LoopbackServer
import Testing
import TypedMedia

/// Requests from the command line, to services that are played.
@Suite(.serialized, .timeLimit(.minutes(20))) struct RunTests {
  @Test func aRequestIsMadeFollowedAndSaved() throws {
    let hoox = try PlayedService.hoox()
    let outcome = try hoox.typedMedia(
      "run", "hoox", "aurora", "prompt=A fox", "duration=8", "settings.quality=high", "--output",
      "out")
    #expect(outcome.output == "out/a1.gif\n")
    #expect(outcome.status == 0)
    #expect(try hoox.bench.text(of: "out/a1.gif") == PlayedService.picture)
    let bodies = try hoox.paid.map { try JSON(parsing: $0.body) }
    #expect(
      bodies == [
        [
          "type": "video", "model": "aurora", "prompt": "A fox", "duration": 8,
          "settings": ["quality": "high"],
        ]
      ])
    #expect(outcome.errors.contains("Hoox accepted a1: 32 credits\n"))
    #expect(!(outcome.output + outcome.errors).contains("5ecre7"))
    let jobs = try hoox.typedMedia("jobs")
    #expect(jobs.outputLines.first?.hasPrefix("WHEN ") == true)
    #expect(jobs.outputLines.dropFirst().first?.hasSuffix("done   32 credits  a1") == true)
    #expect(jobs.outputLines.last == "spent at Hoox: 32 credits, for 1 request")
  }

  @Test func whatIsThereIsNotReplaced() throws {
    let hoox = try PlayedService.hoox()
    try hoox.bench.write("mine", to: "a1.png")
    let outcome = try hoox.typedMedia("run", "hoox", "aurora", "prompt=A fox")
    #expect(outcome.output == "a1-2.gif\n")
    #expect(try hoox.bench.text(of: "a1.png") == "mine")
  }

  @Test(arguments: [
    (["prompt"], 64, "error: 'prompt' is not NAME=VALUE"),
    (["prompt=a", "prompt=b"], 64, "error: prompt is given twice."),
    (["settings:={"], 64, "error: what settings:= is given is not valid JSON"),
    (["duration=8"], 65, "error: /prompt is missing"),
    (["prompt=a", "duration=7"], 65, "error: /duration is 7; allowed: one of 4, 6, 8"),
    (["prompt=a", "duraton=8"], 65, "; did you mean 'duration'?"),
    (["prompt=a", "settings.quality=hihg"], 65, "; did you mean 'high'?"),
    (["prompt=a", "settings.qualty=high"], 65, "; did you mean 'quality'?"),
    (["prompt=a", "website=@fox.png"], 65, "error: /website is \"@fox.png\""),
    (["prompt=a", "--max-cost", "31"], 1, "error: The request costs 32 credits, and may cost 31"),
    (["prompt=a", "--max-cost", "much"], 64, "error: --max-cost needs a number, not 'much'."),
    (["prompt=a", "--input", "none.json"], 66, "error: 'none.json' cannot be read"),
    (["prompt=a", "--schema", "none"], 66, "error: there is no 'none'."),
    (["prompt=a", "--output", "file/out"], 73, "cannot be made"),
    (["prompt=a", "--ledger", "file"], 73, "is not the first line of a ledger"),
  ])
  func whatIsRefusedCostsNothing(words: [String], status: Int32, message: String) throws {
    let hoox = try PlayedService.hoox()
    try hoox.bench.write("no folder", to: "file")
    let outcome = try hoox.typedMedia(["run", "hoox", "aurora"] + words)
    #expect(outcome.errors.contains(message))
    #expect(outcome.output == "")
    #expect(outcome.status == status)
    #expect(hoox.paid.isEmpty)
  }

  @Test func aPriceThatIsLowEnoughIsPaid() throws {
    let hoox = try PlayedService.hoox()
    let outcome = try hoox.typedMedia("run", "hoox", "aurora", "prompt=A fox", "--max-cost", "32")
    #expect(outcome.status == 0)
    #expect(hoox.server.requests.map(\.path).contains("/asset/pricing"))
    #expect(hoox.paid.count == 1)
  }

  @Test func aServiceThatTellsNoPriceTakesNoLimit() throws {
    let fal = try PlayedService.fal()
    let outcome = try fal.typedMedia(
      "run", "fal", "fal-ai/ear", "audio_url=@tide.mp3", "--schema", "schemas", "--max-cost", "1")
    #expect(outcome.errors.hasPrefix("error: fal does not say beforehand what a request costs"))
    #expect(outcome.status == 64)
    #expect(fal.server.requests.isEmpty)
  }

  @Test(arguments: [
    ([:], 200, 78, "error: there is no key for hoox: set HOOX_API_KEY in the environment."),
    (["HOOX_API_KEY": "hx_5ecre7"], 401, 78, "error: No ("),
    (["HOOX_API_KEY": "5ecre7"], 200, 78, "error: The API key for Hoox does not"),
    (["HOOX_API_KEY": "hx_5ecre7"], 404, 1, "error: hoox knows no model 'aurora'."),
    (["HOOX_API_KEY": "hx_5ecre7"], 403, 1, "error: No ("),
  ])
  func aKeyThatIsMissingOrWrongIsALine(
    keys: [String: String], answer: Int, status: Int32, message: String
  ) throws {
    let hoox = try PlayedService.hoox { _ in [.answer(answer, body: #"{"error": "No"}"#)] }
    let outcome = try hoox.typedMedia("run", "hoox", "aurora", "prompt=a", keys: keys)
    #expect(outcome.errors.split(separator: "\n").last?.hasPrefix(message) == true)
    #expect(outcome.status == status)
    #expect(!outcome.errors.contains("5ecre7"))
    #expect(hoox.paid.isEmpty)
  }

  @Test func aModelOfAnotherNameIsNotAsked() throws {
    let hoox = try PlayedService.hoox { request in
      switch request.path {
      case "/asset/models": [.answer(body: #"{"models": [{"name": "aurora"}]}"#)]
      case "/asset/models/arora": [.answer(404, body: #"{"error": "No"}"#)]
      default: nil
      }
    }
    let outcome = try hoox.typedMedia("run", "hoox", "arora", "prompt=a")
    #expect(outcome.errors.contains("hoox knows no model 'arora'; did you mean 'aurora'?"))
    #expect(outcome.status == 1)
  }

  @Test func aFileIsHandedOverAndTextIsPrinted() throws {
    let fal = try PlayedService.fal()
    let outcome = try fal.typedMedia(
      "run", "fal", "fal-ai/ear", "audio_url=@tide.mp3", "language=welsh", "--schema", "schemas")
    #expect(outcome.output == "Ebb and flow.\n")
    #expect(outcome.status == 0)
    let bodies = try fal.paid.map { try JSON(parsing: $0.body) }
    #expect(bodies == [["audio_url": "https://fal.example/tide.mp3", "language": "welsh"]])
    #expect(fal.server.requests.first { $0.path == "/put" }?.body == Data("ID3 tide".utf8))
  }

  @Test(arguments: [
    ("audio_url=@none.mp3", 65, "there is no file to read"),
    ("audio_url=@schemas/ear.png", 65, "there is no file to read"),
    ("language=@tide.mp3", 65, "error: /language is \"@tide.mp3\""),
  ])
  func aFileThatDoesNotFitIsRefused(word: String, status: Int32, message: String) throws {
    let fal = try PlayedService.fal()
    let outcome = try fal.typedMedia("run", "fal", "fal-ai/ear", word, "--schema", "schemas")
    #expect(outcome.errors.contains(message))
    #expect(outcome.status == status)
    #expect(fal.server.requests.isEmpty)
  }

  @Test func theAnswerIsPrintedWhereItIsAskedFor() throws {
    let fal = try PlayedService.fal(result: #"{"text": "Ebb.", "words": 1}"#)
    let outcome = try fal.typedMedia(
      "run", "fal", "fal-ai/ear", "audio_url=https://a.example/b.mp3", "--schema", "schemas",
      "--json")
    #expect(try JSON(parsing: outcome.output) == ["text": "Ebb.", "words": 1])
  }

  @Test func aDryRunPrintsTheRequest() throws {
    let fal = try PlayedService.fal()
    try fal.bench.write(#"{"language": "english", "audio_url": "https://a.example/b"}"#, to: "in")
    let outcome = try fal.typedMedia(
      "run", "fal", "fal-ai/ear", "audio_url=@tide.mp3", "--input", "in", "--schema",
      "schemas/ear.json", "--dry-run", keys: [:])
    #expect(
      try JSON(parsing: outcome.output) == ["language": "english", "audio_url": "@tide.mp3"])
    #expect(outcome.status == 0)
    #expect(fal.server.requests.isEmpty)
  }

  @Test func aRequestIsReadFromTheStandardInput() throws {
    let hoox = try PlayedService.hoox()
    let outcome = try hoox.typedMedia(
      "run", "hoox", "aurora", "--input", "-", "duration=4",
      input: #"{"prompt": "A fox", "duration": 8}"#)
    #expect(outcome.status == 0)
    #expect(try hoox.paid.map { try JSON(parsing: $0.body)["duration"] } == [4])
  }

  @Test func oneThatFailsTakesNothingFromTheOthers() throws {
    let hoox = try PlayedService.hoox { request in
      switch request.path {
      case "/asset/start": [.answer(body: #"{"asset_ids": ["a0", "a1"], "total_cost": 64}"#)]
      case "/asset/status/a0": [.answer(body: #"{"asset_id": "a0", "status": "failed"}"#)]
      default: nil
      }
    }
    let outcome = try hoox.typedMedia("run", "hoox", "aurora", "prompt=Two foxes")
    #expect(outcome.output == "a1.gif\n")
    #expect(outcome.errors.contains("error: Hoox made nothing"))
    #expect(outcome.status == 1)
    #expect(try hoox.typedMedia("resume").errors == "Nothing is open.\n")
  }

  @Test func whoReadsTheResultMayGoAway() throws {
    let gone = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: gone) }
    let fal = try PlayedService.fal { request in
      guard request.path == "/put" else { return nil }
      return [
        .hold {
          while !FileManager.default.fileExists(atPath: gone.path) { usleep(10_000) }
        }, .answer(),
      ]
    }
    let address = try fal.server.url("").absoluteString
    let outcome = try fal.bench.shell(
      """
      export FAL_KEY=1d:5ecre7 XDG_STATE_HOME="$PWD/state"
      { "$TOOL" run fal fal-ai/ear audio_url=@tide.mp3 --schema schemas --base-url \(address); \
      echo "status $?" >&2; } | { exec <&-; touch '\(gone.path)'; }
      """)
    #expect(outcome.errors.contains("status 74\n"))
    // What was not read is still to be had.
    #expect(try fal.typedMedia("resume").output == "Ebb and flow.\n")
  }

  @Test func aModelThatMakesNothingIsTheEndOfIt() throws {
    let hoox = try PlayedService.hoox { request in
      request.path == "/asset/status/a1"
        ? [
          .answer(
            body: #"{"asset_id": "a1", "status": "failed", "error": {"message": "No foxes."}}"#)
        ] : nil
    }
    let outcome = try hoox.typedMedia("run", "hoox", "aurora", "prompt=A fox")
    #expect(outcome.errors.contains("error: Hoox made nothing: No foxes."))
    #expect(outcome.status == 1)
    #expect(try hoox.typedMedia("resume").errors == "Nothing is open.\n")
  }
}
