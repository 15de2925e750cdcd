import Foundation
import Replicate
import ReplicateTestModels
import Testing
import TypedMediaGenerator

/// What real predictions made, read by the types that are made of the models' schemas.
@Suite(.timeLimit(.minutes(20))) struct OutputTests {
  /// The folder of the public data, which is no part of this repository: the one that
  /// `TYPED_MEDIA_CORPORA` names, else `shared/corpora` beside the repository.
  private static let corpora: URL = {
    if let path = ProcessInfo.processInfo.environment["TYPED_MEDIA_CORPORA"] {
      return URL(filePath: path)
    }
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    // This file, its target, the tests, the repository.
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appending(path: "shared/corpora")
  }()

  private static let isThere = FileManager.default.fileExists(
    atPath: corpora.appending(path: "outputs/replicate").path)

  private static func json(_ folder: String, _ name: String) throws -> JSON {
    let file = corpora.appending(path: "\(folder)/replicate/\(name)")
    return try JSON(parsing: Data(contentsOf: file))
  }

  private static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: corpora.appending(path: "outputs/replicate").path
    ).filter { $0.hasSuffix(".json") }.sorted()
  }

  /// The one whose real output is not what its schema says: an address in place of an object.
  private static let broken = "suno-ai__bark.json"

  @Test(.enabled(if: isThere, "The corpora are absent."))
  func everyRealOutputIsRead() throws {
    let names = try Self.names()
    #expect(names.count == 27)
    for name in names {
      let (schema, output) = (
        try Self.json("output_schemas", name), try Self.json("outputs", name)
      )
      let compiled = try JSONSchema(schema, options: JSONSchema.Options(lenient: true))
      #expect(compiled.isValid(output) == (name != Self.broken), "\(name)")
      let view = ReplicateAnyOutput(json: output)
      if schema.text().contains(#""format":"uri""#) {
        #expect(!view.files.isEmpty, "\(name)")
        #expect(view.files.allSatisfy { $0.url.host?.hasSuffix("replicate.delivery") == true })
      } else {
        let text = output.string ?? output.array?.compactMap(\.string).joined()
        #expect(text?.isEmpty == false && view.files.isEmpty, "\(name)")
      }
    }
  }

  @Test(.enabled(if: isThere, "The corpora are absent."))
  func theTypesReadTheRealOutputs() throws {
    func output<Request: ReplicateRequest>(
      _ type: Request.Type, of name: String
    ) throws -> Request.Output {
      Request.Output(json: try Self.json("outputs", "\(name).json"))
    }
    #expect(try output(Pebble.self, of: "bytedance__sdxl-lightning-4step").files.count == 1)
    let print = try output(Loom.self, of: "ideogram-ai__ideogram-v2-turbo")
    #expect(print.file?.url.lastPathComponent == "R8_ideogram.png")
    #expect(try output(Loom.self, of: "cuuupid__idm-vton").file?.kind == .image)
    #expect(try output(Chime.self, of: "meta__musicgen").file?.kind == .audio)
    #expect(try output(Chime.self, of: "lucataco__xtts-v2").file?.url.pathExtension == "wav")
    let answer = try output(Quill.self, of: "yorickvp__llava-13b")
    #expect(answer.text?.hasPrefix("Yes, you are allowed to swim") == true)
    let speech = try output(Thrush.self, of: "cjwbw__seamless_communication")
    #expect(speech.textOutput?.hasPrefix("Le modèle M4T") == true)
    #expect(speech.audioOutput?.kind == .audio)
    #expect(speech.violations().isEmpty)
    // Of what is not as its schema says, that is read which can be.
    let odd = try output(Ember.self, of: "suno-ai__bark")
    #expect(odd.audioOut == nil && odd.promptNpz == nil)
    #expect(odd.files.map(\.url.pathExtension) == ["wav"])
    #expect(odd.violations().count == 1)
  }

  /// Each of the 27 becomes a type, its output too, with nothing to warn of.
  @Test(.enabled(if: isThere, "The corpora are absent."))
  func aTypeIsMadeOfEveryModel() throws {
    for name in try Self.names() {
      let (owner, model) = (
        name.prefix { $0 != "_" },
        name.dropLast(5).split(separator: "_", omittingEmptySubsequences: true).last ?? ""
      )
      var schemas = JSONObject()
      for (title, folder) in [("Input", "input_schemas"), ("Output", "output_schemas")] {
        var schema = try #require(try Self.json(folder, name).object)
        for (key, definition) in schema["$defs"]?.object ?? [:] { schemas[key] = definition }
        schema["$defs"] = nil
        schemas[title] = .object(schema)
      }
      let text = JSON.object(["components": ["schemas": .object(schemas)]]).text()
        .replacing("#/$defs/", with: "#/components/schemas/")
      let answer: JSON = [
        "owner": .string(String(owner)), "name": .string(String(model)),
        "latest_version": ["id": "1", "openapi_schema": try JSON(parsing: text)],
      ]
      let record = try #require(ReplicateClient.catalog.records(answer).first)
      let snapshot = try #require(try ReplicateClient.catalog.snapshot(record, nil))
      var configuration = Configuration()
      configuration.outputProtocolName = "ReplicateOutput"
      let generated = try RequestGenerator(module: "Models", configuration: configuration)
        .generate([SourceFile(path: "model.json", name: "model", data: snapshot.json.data())])
      #expect(generated.warnings.isEmpty, "\(name): \(generated.warnings)")
      let code = generated.requests.values.joined()
      #expect(code.contains("struct Output: ReplicateOutput"), "\(name)")
    }
  }
}
