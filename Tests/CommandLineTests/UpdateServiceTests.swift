import Foundation
import LoopbackServer
import Testing
import TypedMediaSchema

/// An update from a service that answers, fails, lies and breaks off.
@Suite(.serialized, .timeLimit(.minutes(20))) struct UpdateServiceTests {
  private static let key = "hx_5ecre7"
  private static let environment = [
    "HOOX_API_KEY": key, "HEDRA_API_KEY": "sk_hedra_5ecre7",
  ]
  private static let models = ["aurora", "dawn", "dusk", "noon", "tide"]

  /// The list as Hoox gives it, without schemas.
  private static let list = """
    {"models": [\(models.map { #"{"name": "\#($0)", "type": "video"}"# }.joined(separator: ", "))]}
    """

  /// A server that plays Hoox, but for what `script` does about a model.
  private static func hoox(
    _ script: @escaping @Sendable (_ model: String) -> [LoopbackServer.Step]? = { _ in nil }
  ) throws -> LoopbackServer {
    try LoopbackServer { request in
      let model = String(request.path.split(separator: "/").last ?? "")
      if let steps = script(model) { return steps }
      return [.answer(body: model == "models" ? list : Samples.model(model))]
    }
  }

  /// A folder with an older record of each model.
  private static func bench() throws -> Workbench {
    let bench = try Workbench([
      "schemas/hoox/snapshot.json":
        #"{"service": "hoox", "origin": "fetched", "date": "2026-01-01"}"#
    ])
    for model in models {
      try bench.write(
        Samples.model(model).replacing("[4, 6, 8]", with: "[4]"), to: "schemas/hoox/\(model).json")
    }
    return bench
  }

  private static func update(
    _ bench: Workbench, from server: LoopbackServer, service: String = "hoox"
  ) throws -> Workbench.Outcome {
    try bench.typedMedia(
      "update", service, "--base-url", server.url("").absoluteString, environment: environment)
  }

  @Test func eachModelIsLookedUp() throws {
    let (server, bench) = (try Self.hoox(), try Self.bench())
    let outcome = try Self.update(bench, from: server)
    #expect(outcome.output.hasSuffix("added 0, changed 5, unchanged 0, gone 0, failed 0\n"))
    #expect(outcome.status == 0)
    #expect(
      Set(server.requests.map(\.path))
        == Set(["/asset/models"] + Self.models.map { "/asset/models/\($0)" }))
    #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer \(Self.key)" })
    let stamp = try JSON(parsing: Data(bench.text(of: "schemas/hoox/snapshot.json").utf8))
    #expect(try stamp["source"]?.string == server.url("").absoluteString)
    #expect(stamp["date"]?.string != "2026-01-01")
  }

  @Test func whatFailsKeepsItsFileAndWhatPassesIsRetried() throws {
    let attempts = Counter()
    let server = try Self.hoox { model in
      switch model {
      case "aurora": [.answer(404, body: #"{"error": "\#(Self.key) is unknown"}"#)]
      case "dawn": [.answer(body: "<html>")]
      case "dusk": [.write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"na"), .reset]
      case "tide" where attempts.next() == 0: [.answer(500, body: "{}")]
      default: nil
      }
    }
    let bench = try Self.bench()
    let before = try bench.contents(of: "schemas/hoox")
    let outcome = try Self.update(bench, from: server)
    #expect(
      outcome.conclusion == """
        changed: noon
        changed: tide
        failed, what was there is kept: aurora
        failed, what was there is kept: dawn
        failed, what was there is kept: dusk
        added 0, changed 2, unchanged 0, gone 0, failed 3

        """)
    #expect(outcome.status == 1)
    #expect(outcome.errors.split(separator: "\n").count == 5)
    #expect(outcome.errors.contains("] dawn: error: Hoox's answer is not JSON"))
    #expect(outcome.errors.contains("] dusk: error: The answer of Hoox was lost."))
    #expect(!(outcome.errors + outcome.output).contains(Self.key))
    let after = try bench.contents(of: "schemas/hoox")
    for name in ["aurora", "dawn", "dusk"] { #expect(after[name] == before[name]) }
    let stamp = try JSON(parsing: after["snapshot.json"] ?? Data())
    #expect(stamp["date"] == "2026-01-01")
  }

  @Test(arguments: [
    (401, #"{"error": "No"}"#, "error: No (status 401)"),
    (200, #"{"models": []}"#, "error: hoox lists no models; nothing was changed"),
    (200, "<html>", "error: Hoox's answer is not JSON"),
    (200, "{}", "error: Hoox's answer is not what is documented."),
  ])
  func aListThatIsNoneChangesNothing(status: Int, body: String, message: String) throws {
    let server = try LoopbackServer { _ in [.answer(status, body: body)] }
    let bench = try Self.bench()
    let before = try bench.contents(of: "schemas/hoox")
    let outcome = try Self.update(bench, from: server)
    #expect(outcome.errors.hasPrefix(message))
    #expect(outcome.status == 69)
    #expect(try bench.contents(of: "schemas/hoox") == before)
  }

  @Test(arguments: ["http://example.com", "ftp://127.0.0.1"])
  func theKeyIsNotSentInTheClear(address: String) throws {
    let outcome = try Self.bench().typedMedia(
      "update", "hoox", "--base-url", address, environment: Self.environment)
    #expect(outcome.errors.contains("would send the key in the clear"))
    #expect(outcome.status == 69)
  }

  @Test func oneListHasAllThatHedraSays() throws {
    let server = try LoopbackServer { _ in
      [.answer(body: #"[{"id": "7c2e", "name": "Dusk 2", "type": "video", "durations": ["5"]}]"#)]
    }
    let bench = try Workbench()
    let outcome = try Self.update(bench, from: server, service: "hedra")
    #expect(outcome.conclusion.hasPrefix("added: Dusk 2\n"))
    #expect(outcome.status == 0)
    #expect(server.requests.map(\.method) == ["GET"])
    #expect(server.requests.map(\.path) == ["/models"])
    #expect(
      server.requests.map { $0.headers["x-api-key"] } == [Self.environment["HEDRA_API_KEY"]])
    #expect(bench.names(in: "schemas/hedra") == ["dusk-2.json", "snapshot.json"])
    let dusk = try JSON(parsing: Data(bench.text(of: "schemas/hedra/dusk-2.json").utf8))
    #expect(dusk["input_schema"]?["properties"]?["ai_model_id"]?["const"] == "7c2e")
    let stamp = try JSON(parsing: Data(bench.text(of: "schemas/hedra/snapshot.json").utf8))
    #expect(stamp["service"] == "hedra")
    #expect(try stamp["source"]?.string == server.url("").absoluteString)
  }

  /// Killed while the list is awaited, or any of the models.
  @Test(arguments: ["models"] + models)
  func aRunThatIsKilledLeavesEverythingAsItWas(stalled: String) async throws {
    let server = try Self.hoox { $0 == stalled ? [.stall] : nil }
    let bench = try Self.bench()
    let before = try bench.contents(of: "schemas/hoox")
    let process = try bench.start(
      BuiltProgram.named("typed-media"),
      ["update", "hoox", "--base-url", server.url("").absoluteString],
      environment: Self.environment)
    try await server.received(stalled == "models" ? 1 : Self.models.count + 1)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try bench.contents(of: "schemas/hoox") == before)
  }
}
