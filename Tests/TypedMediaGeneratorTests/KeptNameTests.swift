import Foundation
import Testing
import TypedMediaGenerator

/// What a stamp's names do: a model keeps the one that its type has, whoever comes.
@Suite struct KeptNameTests {
  private func files(_ models: String...) -> [SourceFile] {
    models.map { model in
      let text = #"{"name": "\#(model)", "input_schema": {"type": "object", "properties": {}}}"#
      return SourceFile(path: "\(model).json", name: model, data: Data(text.utf8))
    }
  }

  private func stamp(names: String? = nil) throws(Diagnostic) -> Stamp {
    let names = names.map { #", "names": \#($0)"# } ?? ""
    let text = #"{"service": "acme", "origin": "fetched", "date": "2026-01-02"\#(names)}"#
    return try Stamp(
      SourceFile(path: "snapshot.json", name: "snapshot.json", data: Data(text.utf8)))
  }

  /// Which types are declared.
  private func types(of files: [SourceFile], _ stamp: Stamp?) throws -> [String] {
    let generator = RequestGenerator(module: "Clips", stamp: stamp)
    return try generator.generate(files).requests.values.compactMap {
      $0.firstMatch(of: #/struct (\w+): /#).map { String($0.1) }
    }
    .sorted()
  }

  @Test(arguments: [
    (nil, ["DawnLamp", "DuskLamp"]),
    (#"{"dusk/lamp": "Lamp"}"#, ["DawnLamp", "Lamp"]),
    // The model that had it is gone, and may come back.
    (#"{"night/lamp": "Lamp"}"#, ["DawnLamp", "DuskLamp"]),
    (#"{"dusk/lamp": "Torch", "dawn/lamp": "Lantern"}"#, ["Lantern", "Torch"]),
    ("{}", ["DawnLamp", "DuskLamp"]),
  ])
  func aNameStaysWithItsModel(names: String?, types expected: [String]) throws {
    let files = files("dusk/lamp", "dawn/lamp")
    #expect(try types(of: files, stamp(names: names)) == expected)
  }

  @Test func whatComesGetsANameThatNoneHas() throws {
    #expect(
      try types(of: files("dawn/lamp"), stamp(names: #"{"dusk/lamp": "Lamp"}"#)) == ["DawnLamp"])
    let taken = try stamp(names: #"{"dusk/lamp": "Lamp", "dusk/other": "DawnLamp"}"#)
    let type = try #require(types(of: files("dawn/lamp"), taken).first)
    #expect(type.hasPrefix("DawnLamp_"))
  }

  @Test func aRenameHoldsBesideAStamp() throws {
    let settings = #"{"renames": {"dusk/lamp": "Glow"}}"#
    let generator = RequestGenerator(
      module: "Clips",
      configuration: try Configuration(
        SourceFile(path: "typed-media.json", name: "", data: Data(settings.utf8))),
      stamp: try stamp(names: #"{"dusk/lamp": "Lamp"}"#))
    let output = try generator.generate(files("dusk/lamp"))
    #expect(output.requests["dusk/lamp.json"]?.contains("struct Glow: ") == true)
    #expect(generator.names(of: files("dusk/lamp")) == ["dusk/lamp": "Lamp"])
  }

  @Test func namesToKeepAreThoseThatModelsHaveAlready() throws {
    let generator = RequestGenerator(module: "Clips")
    #expect(
      generator.names(of: files("dusk/lamp", "dawn/lamp"), after: files("dusk/lamp"))
        == ["dusk/lamp": "Lamp", "dawn/lamp": "DawnLamp"])
    let later = RequestGenerator(module: "Clips", stamp: try stamp(names: #"{"a/lamp": "Lamp"}"#))
    #expect(later.names(of: files("b/lamp")) == ["a/lamp": "Lamp", "b/lamp": "BLamp"])
  }

  @Test(arguments: [
    (#"["Lamp"]"#, "\"names\" has to be an object"),
    (#"{"lamp": 7}"#, "the name of a model's type has to be that of a Swift type"),
    (#"{"lamp": "lamp"}"#, "the name of a model's type has to be that of a Swift type"),
    (#"{"lamp": "Lamp { }"}"#, "the name of a model's type has to be that of a Swift type"),
    (#"{"lamp": "String"}"#, "the name of a model's type has to be that of a Swift type"),
    (#"{"dusk": "Lamp", "dawn": "Lamp"}"#, "Lamp is the type of dusk too"),
  ])
  func aStampWithNamesThatCannotBeIsAnError(names: String, message: String) throws {
    let error = #expect(throws: Diagnostic.self) { try stamp(names: names) }
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
  }
}
