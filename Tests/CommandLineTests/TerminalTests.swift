#if os(macOS) || os(Linux)
  import Foundation
  import ServiceTestSupport
  import Testing

  /// What people see who sit at a terminal.
  @Suite(.timeLimit(.minutes(20))) struct TerminalTests {
    private static let models = [
      "models/veo.json": #"""
      {"name": "veo-3.1-fast-generate", "type": "video", "provider": "google", "input_schema": {
        "type": "object", "required": ["prompt", "start_image", "end_image"], "properties": {
          "prompt": {"type": "string"},
          "aspect_ratio": {"enum": ["16:9", "9:16", "1:1"]},
          "resolution": {"enum": ["480p", "720p", "1080p", "4K"]},
          "duration": {"type": "integer", "enum": [4, 6, 8, 10]}}}}
      """#
    ]

    /// Runs `typed-media list` on a terminal.
    private func list(width: UInt16, _ environment: [String: String]) async throws -> PseudoTerminal
    {
      let terminal = try PseudoTerminal(width: width)
      let bench = try Workbench(Self.models)
      let run = try bench.start(
        BuiltProgram.named("typed-media"), ["list", "models"],
        environment: ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { $1 },
        on: terminal.line)
      run.waitUntilExit()
      #expect(run.terminationStatus == 0)
      // The end of the row: what was written arrives by itself.
      try await terminal.wait(for: "aspect_ratio=")
      try await terminal.wait { $0.filter(\.isNewline).count >= 2 }
      return terminal
    }

    @Test(arguments: [60, 80, 100, 120, 200] as [UInt16])
    func aListFitsAndKeepsItsNamesAndValues(width: UInt16) async throws {
      let lines = try await list(width: width, ["NO_COLOR": "1"]).lines.prefix(2)
      #expect(lines.allSatisfy { $0.count <= Int(width) }, "\(lines)")
      #expect(lines.first?.contains("VALUES") == true)
      #expect(lines.last?.contains("veo-3.1-fast-generate ") == true)
      #expect(lines.last?.contains("aspect_ratio=16:9|") == true)
    }

    @Test(arguments: [
      ([:], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false),
    ])
    func whoeverWantsNoColorGetsNone(environment: [String: String], isColored: Bool) async throws {
      #expect(try await list(width: 80, environment).text.contains("\u{1B}[") == isColored)
    }

    @Test func theDemoFitsMovesAndCanBeLeft() async throws {
      let terminal = try PseudoTerminal(width: 80)
      let bench = try Workbench()
      let demo = try bench.start(
        BuiltProgram.named("demo"), ["--output", "results"],
        environment: ["TERM": "xterm", "NO_COLOR": "1", "HOOX_API_KEY": ""], on: terminal.line)
      try await terminal.wait(for: "fox: generating")
      // Where it was done before anybody could leave, there is nothing to say.
      let hasEnded = !demo.isRunning
      kill(demo.processIdentifier, SIGINT)
      demo.waitUntilExit()
      if !hasEnded {
        #expect([130, 0].contains(demo.terminationStatus))
        if demo.terminationStatus == 130 { #expect(try bench.printedErrors.contains("Stopped ")) }
      }
      #expect(try bench.text(of: "results/jobs.jsonl").contains("gpt-image-2"))
      let lines = terminal.lines
      let tableStart = try #require(lines.firstIndex { $0.hasPrefix("SWIFT TYPE") })
      let table = lines[tableStart...].prefix { !$0.isEmpty }
      #expect(table.count > 20)
      #expect(table.allSatisfy { $0.count <= 80 }, "\(table)")
      // The type is what one copies.
      #expect(table.contains { $0.hasPrefix("KlingMotionControlPro ") })
      // The bar had the time from its first moment.
      #expect(terminal.text.contains("0:00 fox: sending the request"))
    }

    @Test func theDemoSaysInAPipeWhatItDoes() throws {
      let outcome = try Workbench().shell("'\(BuiltProgram.named("demo").path)' --help | head -1")
      #expect(outcome.output == "Makes an image and videos with typed requests, and saves them.\n")
      #expect(outcome.errors == "")
    }

    @Test func theDemoSaysInOneLineWhatIsWrong() throws {
      let bench = try Workbench(["full/file": ""])
      let demo = try BuiltProgram.named("demo")
      let state = ["XDG_STATE_HOME": bench.folder.appending(path: "state").path]
      for (arguments, key, status, words) in [
        (["--output", "full"], "", 1, "There is something in "),
        (["--output"], "", 64, "--output needs a folder."),
        ([], "nope", 1, #"does not begin with "hx_""#),
      ] {
        let outcome = try bench.run(
          demo, arguments, environment: state.merging(["HOOX_API_KEY": key]) { $1 })
        #expect(outcome.status == Int32(status))
        #expect(outcome.errors.contains(words))
        #expect(outcome.errors.split(separator: "\n").count == 1)
      }
    }
  }
#endif
