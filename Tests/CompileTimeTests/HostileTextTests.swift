import Foundation
import Testing
import TypedMediaGeneratorTesting
import TypedMediaSchema

@testable import TypedMediaGenerator

/// Texts that want to be code, or to look like other code than they are, in every place that a text gets
/// to.
@Suite struct HostileTextTests {
  private static let code = "func injected() {}"
  static let texts = [
    "x\n\(code)", "x\r\(code)", "x\r\n\(code)", "x\u{b}\(code)", "x\u{c}\(code)",
    "x\u{85}\(code)", "x\u{2028}\(code)", "x\u{2029}\(code)", "*/ \(code) /*", "\"; \(code) //",
    "\"#\n\(code)", "\"##\n\(code)", "\"\"\"\n\(code)", "\\(injected())", "\\", "`", "`; \(code)",
    "}\n}\n\(code)\nstruct X {", "\u{0}", "\u{1b}[31m", "\u{7f}", "a\u{202e}b",
    "a\u{2066}b\u{2069}",
    "\u{200e}\u{200f}", "a\u{200b}b", "\u{feff}", "a\u{ad}b", "\u{e0041}", "\u{115f}", "é\u{301}",
  ]

  /// A text that became code would be a second declaration of the function beside it.
  @Test func whatIsMadeOfThemCompiles() throws {
    let files = Self.texts.enumerated().map { index, text in
      sourceFile(Self.model(named: "model-\(index) \(text)", text), name: "schemas/\(text)/a.json")
    }
    let all = Self.texts.joined(separator: " ")
    let output = try RequestGenerator(module: all, stamp: Self.stamp(all)).generate(files)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let code = Array(output.requests.values) + [output.sharedTypes, output.catalog, Self.code]
    let swift = try code.enumerated().map { index, text in
      let file = folder.appending(path: "\(index).swift")
      try Data(text.utf8).write(to: file)
      return file
    }
    let outcome = try Compiler().typecheck(library: swift)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test(arguments: texts)
  func noTextIsCodeOrHidesAny(text: String) throws {
    let output = try RequestGenerator(module: text, stamp: Self.stamp(text)).generate([
      sourceFile(Self.model(named: "a \(text)", text), name: "schemas/\(text)/a.json"),
      sourceFile(Self.model(named: "b", text), name: "schemas/\(text)/b.json"),
    ])
    for code in Array(output.requests.values) + [output.sharedTypes, output.catalog] {
      expectHarmless(code)
    }
    let warnings = output.warnings.map(\.description)
    #expect(!warnings.contains { $0.contains { $0.isNewline } })
  }

  /// A program may set what a file is checked for.
  @Test(arguments: texts)
  func noSettingIsCode(text: String) throws {
    var configuration = Configuration()
    configuration.imports = [text]
    configuration.protocolName = "P\(text)"
    configuration.catalogName = "C\(text)"
    let output = try RequestGenerator(module: "App", configuration: configuration)
      .generate([sourceFile(Self.model(named: "a", "x"), name: "a.json")])
    for code in Array(output.requests.values) + [output.catalog] { expectHarmless(code) }
  }

  private func expectHarmless(_ code: String) {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(!lines.contains { $0.drop { $0 == " " }.hasPrefix("func injected") }, "\(code)")
    let hidden = code.unicodeScalars.filter { $0 != "\n" && Escaped.isHidden($0) }
    #expect(hidden.isEmpty)
  }

  private static func stamp(_ text: String) throws -> Stamp {
    try Stamp(
      sourceFile(#"{"service": X, "date": X, "origin": "fetched"}"#.with(text), name: "stamp"))
  }

  /// A record with a text at each place that has any.
  private static func model(named name: String, _ text: String) -> String {
    #"""
    {"name": NAME, "label": X, "type": X, "provider": X, "base_cost": X, "tags": [X],
     "required_plans": [X], "restricted_countries": [X],
     "settings": [{"key": "plain", "label": X}],
     "x-documentation": {X: X, "plain": X},
     "x-retired": {"since": X, "replacement": X, "message": X},
     "input_schema": {
       "title": X, "description": X, "type": "object",
       "properties": {
         "plain": {"type": "string", "pattern": X, "default": X, "description": X,
                   "x-notes": [X]},
         X: {"type": "string"},
         "choice": {
           "enum": ["a", X], "default": X, "description": X,
           "x-retired-values": [{"value": "b", "since": X, "replacement": X, "message": X}]},
         "mixed": {"enum": [1, X, {X: [X]}]},
         "open": {"anyOf": [{"enum": ["a", X]}, {"type": "string"}]},
         "union": {"oneOf": [{"type": "string"}, {"title": X, "description": X, "type": "integer"}]},
         "tagged": {"oneOf": [
           {"type": "object", "required": ["kind"], "properties": {"kind": {"const": X}}},
           {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "b"}}}]},
         "tuple": {"type": "array", "prefixItems": [{"title": X}, {}], "items": false},
         "shared": {"$ref": "#/$defs/Shared"},
         "nowhere": {"$ref": X}
       },
       "required": ["fixed"], "additionalProperties": {"type": "string"},
       "$defs": {"Shared": {"title": X, "type": "object", "properties": {X: {"const": X}, "a": {}}}}}}
    """#.with(text).replacing("NAME", with: JSON.string(name).text())
  }
}

private func sourceFile(_ text: String, name: String) -> SourceFile {
  SourceFile(path: name, name: name, data: Data(text.utf8))
}

extension String {
  /// The text with a JSON string in the place of each `X`.
  fileprivate func with(_ text: String) -> String {
    replacing("X", with: JSON.string(text).text())
  }
}
