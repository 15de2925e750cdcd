#if os(macOS) || os(Linux)
  import Foundation
  import LoopbackServer
  import Testing
  import TypedMediaGeneratorTesting

  /// What a newcomer does, from an empty folder to a saved file, with a model that nobody has a type for.
  @Suite(.timeLimit(.minutes(20))) struct EmptyFolderTests {
    /// The document of the calls of `acme/tide`, as fal's platform gives it.
    private static let document = """
      {"openapi": "3.0.4", "info": {"x-fal-metadata": {"endpointId": "acme/tide"}},
       "paths": {
        "/acme/tide": {"post": {"requestBody": {"content": {"application/json": {"schema":
          {"$ref": "#/components/schemas/TideInput"}}}}}},
        "/acme/tide/requests/{request_id}": {"get": {"responses": {"200": {"content":
          {"application/json": {"schema": {"$ref": "#/components/schemas/TideOutput"}}}}}}}},
       "components": {"schemas": {
        "TideInput": {"type": "object", "required": ["prompt"],
          "x-fal-order-properties": ["prompt", "image_size"], "properties": {
            "image_size": {"type": "string", "enum": ["square_hd", "portrait_4_3"], "default": "square_hd"},
            "prompt": {"type": "string", "minLength": 3}}},
        "TideOutput": {"type": "object", "required": ["images", "seed"], "properties": {
          "images": {"type": "array", "items": {"$ref": "#/components/schemas/Image"}},
          "seed": {"type": "integer"}}},
        "Image": {"type": "object", "required": ["url"], "properties": {
          "url": {"type": "string"}, "content_type": {"type": "string"}}}}}}
      """

    /// The app, as the pages of the documentation write it.
    private static let program = """
      import FalCore
      import Foundation
      import TypedMedia

      @main
      struct App {
        static func main() async throws {
          guard let url = URL(string: CommandLine.arguments[1]) else { return }
          let ledger = try FileLedger(at: URL.currentDirectory().appending(path: "jobs.jsonl"))
          let fal = FalClient(
            apiKey: APIKey("1d:5ecre7"), baseURL: url,
            configuration: ClientConfiguration(ledger: ledger))
          _ = try await fal.unitPrices(of: [Tide.model.name])

          let request = Tide(prompt: "A tide pool at dawn", imageSize: .portrait4_3)
          let job = try await fal.submit(request).job
          for try await status in fal.statuses(of: job.handle) { print(status.word) }
          let output = try await job.result()
          for image in output.images {
            let file = try await fal.download(image, to: URL.currentDirectory(), named: "tide")
            print(output.seed ?? 0, image.contentType ?? "", file.lastPathComponent)
          }
          try await job.acknowledge()
          let cost = try await ledger.expenses().first?.cost
          print(cost?.description ?? "unknown")
        }
      }
      """

    private static func fal() throws -> LoopbackServer {
      try LoopbackServer { request in
        let root = "http://\(request.headers["host"] ?? "")"
        let job = "\(root)/queue/acme/tide/requests/r1"
        switch request.path {
        case "/platform/models":
          let openAPI = request.target.contains("expand") ? #", "openapi": \#(document)"# : ""
          return [
            .answer(
              body: """
                {"models": [{"endpoint_id": "acme/tide", "metadata": {"display_name": "Tide",
                  "category": "text-to-image"}\(openAPI)}], "has_more": false, "next_cursor": null}
                """)
          ]
        case "/platform/models/pricing":
          return [
            .answer(
              body: """
                {"prices": [{"endpoint_id": "acme/tide", "unit_price": 0.02, "unit": "image",
                  "currency": "USD"}]}
                """)
          ]
        case "/queue/acme/tide":
          return [.answer(body: #"{"request_id": "r1", "status_url": "\#(job)/status"}"#)]
        case "/queue/acme/tide/requests/r1/status/stream":
          let events = ["IN_QUEUE", "COMPLETED"].map {
            "data: {\"status\": \"\($0)\", \"request_id\": \"r1\"}\n\n"
          }
          return [.answer(200, ["Content-Type": "text/event-stream"], body: events.joined())]
        case "/queue/acme/tide/requests/r1/status":
          return [.answer(body: #"{"status": "COMPLETED", "request_id": "r1"}"#)]
        case "/queue/acme/tide/requests/r1":
          return [
            .answer(
              200, ["X-Fal-Billable-Units": "2", "Content-Type": "application/json"],
              body: """
                {"seed": 7, "images": [{"url": "\(root)/tide.gif", "content_type": "image/gif"}]}
                """)
          ]
        case "/tide.gif":
          return [.answer(200, ["Content-Type": "image/gif"], body: PlayedService.picture)]
        default: return [.answer(404, body: "{}")]
        }
      }
    }

    /// Follows the lines of the pages: `update`, `write`, and a program.
    @Test func aModelThatNobodyHasATypeForIsUsed() throws {
      let server = try Self.fal()
      let bench = try Workbench()
      let address = try server.url("").absoluteString
      let update = try bench.typedMedia(
        "update", "fal", "--only", "acme/tide", "--output", "Sources/App/schemas",
        "--base-url", address)
      #expect(update.status == 0, "\(update.errors)")
      // Nothing is set by hand: the command says what the types are for.
      #expect(bench.names(in: "Sources/App") == ["schemas", "typed-media.json"])
      #expect(!server.requests.contains { $0.headers["authorization"] != nil })

      let written = try bench.typedMedia(
        "write", "--output", "Sources/App/Generated", "--module", "App", "--configuration",
        "Sources/App/typed-media.json", "Sources/App/schemas")
      #expect(written.status == 0, "\(written.errors)")
      try bench.write(Self.program, to: "Sources/App/App.swift")
      let app = try build(in: bench)
      let run = try bench.run(app, [address])
      #expect(
        run.output == "IN_QUEUE\nCOMPLETED\n7 image/gif tide.gif\n0.04 USD\n", "\(run.errors)")
      #expect(run.status == 0)
      #expect(try bench.text(of: "tide.gif") == PlayedService.picture)

      // What the model does not take does not compile.
      let mistake = Self.program.replacing(".portrait4_3", with: ".square")
      try bench.write(mistake, to: "Sources/App/App.swift")
      let refusal = #expect(throws: NotCompiled.self) { try build(in: bench) }
      #expect(refusal?.output.contains("no member 'square'") == true)
    }

    private struct NotCompiled: Error {
      let output: String
    }

    /// Compiles the app, and links it with what this build made of the package.
    private func build(in bench: Workbench) throws -> URL {
      let products = try BuiltProgram.named("typed-media").deletingLastPathComponent()
      let modules = products.appending(path: "Modules")
      let objects = try ["TypedMediaSchema", "TypedMedia", "FalCore"].flatMap { module in
        let folder = products.appending(path: "\(module).build")
        // The list of sources leaves out what earlier builds have left behind.
        let list = try String(contentsOf: folder.appending(path: "sources"), encoding: .utf8)
        return list.split(separator: "\n").map { line in
          let name = URL(filePath: line.trimmingCharacters(in: ["'", "\""])).lastPathComponent
          return folder.appending(path: "\(name).o")
        }
      }
      let sources = bench.names(in: "Sources/App/Generated").filter { $0.hasSuffix(".swift") }
        .map { bench.folder.appending(path: "Sources/App/Generated/\($0)") }
      let app = bench.folder.appending(path: "app")
      let outcome = try Compiler().run(
        ["-parse-as-library", "-swift-version", "6", "-module-name", "App", "-I", modules.path]
          + ["-o", app.path, bench.folder.appending(path: "Sources/App/App.swift").path]
          + (sources + objects).map(\.path))
      guard outcome.status == 0 else { throw NotCompiled(output: outcome.output) }
      return app
    }
  }
#endif
