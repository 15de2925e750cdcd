import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// Every name that is generated can be set, and one that cannot be is refused at its line.
struct RenameTests {
  private static let record = #"""
    {"name": "lamp", "input_schema": {"type": "object", "required": ["prompt"], "properties": {
      "prompt": {"type": "string"},
      "scene": {"anyOf": [{"type": "string"}, {"type": "integer"},
        {"type": "object", "properties": {"sun": {"type": "string"}}, "required": ["sun"]}]},
      "size": {"enum": ["small", "large"]},
      "pair": {"type": "array", "items": [{"type": "string"}, {"type": "integer"}],
        "additionalItems": false, "minItems": 2},
      "mood": {"anyOf": [{"enum": ["calm", "wild"]}, {"type": "string"}]},
      "map": {"type": "object", "properties": {"north": {"type": "string"}},
        "additionalProperties": {"type": "integer"}},
      "start": {"type": "string"}, "end": {"type": "string"},
      "media": {"type": "array", "items": {"type": "object",
        "properties": {"address": {"type": "string"}, "file": {"type": "string"}},
        "oneOf": [{"required": ["address"]}, {"required": ["file"]}]}}},
      "dependentRequired": {"end": ["start"]},
      "oneOf": [
        {"properties": {"kind": {"const": "draw"}, "width": {"type": "integer"}},
         "required": ["kind", "width"]},
        {"properties": {"kind": {"const": "edit"}, "image": {"type": "string"}},
         "required": ["kind", "image"]}]}}
    """#

  private func code(renaming place: String, to name: String) throws -> String {
    let file = SourceFile(
      path: "typed-media.json", name: "typed-media.json",
      data: JSON.object(["renames": .object([place: .string(name)])]).data())
    let generator = RequestGenerator(module: "Test", configuration: try Configuration(file))
    let output = try generator.generate([sourceFile(Self.record)])
    return (output.requests.values + [output.sharedTypes]).joined()
  }

  @Test(arguments: [
    ("lamp", "Lantern", "struct Lantern:"),
    ("lamp#/properties/prompt", "words", "var words:"),
    ("lamp#/properties/size", "Extent", "enum Extent:"),
    ("lamp#/properties/size/enum/1", "wide", "case wide\n"),
    ("lamp#/properties/scene/anyOf/0", "words", "case words("),
    ("lamp#/properties/scene/anyOf/2", "sunny", "case sunny("),
    ("lamp#/properties/scene/anyOf/2", "Weather", "struct Weather:"),
    ("lamp#/properties/pair/items/0", "left", "var left:"),
    ("lamp#/properties/pair/prefixItems/1", "right", "var right:"),
    ("lamp#/properties/mood/anyOf/0/enum/1", "stormy", #"static let stormy: Self = "wild""#),
    ("lamp#/properties/map/additionalProperties", "others", "var others:"),
    ("lamp#/properties/start+end", "frames", "var frames: Frames?"),
    ("lamp#/properties/start+end", "Frames", "enum Frames:"),
    ("lamp#/properties/start+end", "Acme.Frames", ": Acme.Frames?"),
    ("lamp#/properties/start+end/start", "opening", "case opening("),
    ("lamp#/properties/media/items", "Medium", "enum Medium:"),
    ("lamp#/properties/media/items/properties/address+file/file", "local", "case local("),
    ("lamp#/oneOf", "task", "var task: Task"),
    ("lamp#/oneOf/0", "sketch", "case sketch("),
    ("lamp#/oneOf/0", "Sketch", "struct Sketch:"),
    ("lamp#/oneOf/0/properties/width", "columns", "var columns:"),
  ])
  func aNameIsSet(place: String, name: String, declaration: String) throws {
    let code = try code(renaming: place, to: name)
    #expect(code.contains(declaration))
    #expect(!code.contains("does nothing"))
  }

  @Test(arguments: [
    ("lamp#/properties/scene/anyOf/0", "integer"), ("lamp#/properties/size/enum/0", "large"),
    ("lamp#/properties/pair/items/0", "second"),
    ("lamp#/properties/map/additionalProperties", "north"), ("lamp#/oneOf", "prompt"),
    ("lamp#/oneOf/0", "edit"), ("lamp#/properties/size", "scene"),
    ("lamp#/properties/size", "Scene"), ("lamp#/properties/size", "Map"),
    ("lamp#/properties/media/items/properties/file", "address"),
  ])
  func aNameThatIsTakenIsRefusedAtItsLine(place: String, name: String) throws {
    let failure = try #require(throws: GenerationFailure.self) {
      try code(renaming: place, to: name)
    }
    let errors = failure.diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 1)
    #expect(errors.first?.path == "typed-media.json")
    #expect(errors.first?.position != nil)
    #expect(errors.first?.message.contains("is called \(name) already") == true)
  }
}
