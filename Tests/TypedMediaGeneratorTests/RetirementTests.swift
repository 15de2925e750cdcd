import Foundation
import Testing
import TypedMediaGenerator

/// What a snapshot may say of models and values that are gone.
@Suite struct RetirementTests {
  private func generate(
    _ property: String, _ record: String = "", named name: String = "size",
    configuration: String = "{}"
  ) throws -> RequestGenerator.Output {
    let text = """
      {"name": "a", \(record)
       "input_schema": {"type": "object", "properties": {"\(name)": \(property)}}}
      """
    let configuration = try Configuration(sourceFile(configuration, path: "typed-media.json"))
    return try RequestGenerator(module: "Test", configuration: configuration).generateUnqualified([
      sourceFile(text),
      sourceFile(text.replacing(#""name": "a""#, with: #""name": "b""#), path: "schemas/b.json"),
    ])
  }

  @Test(arguments: ["true", "\"2026-11-21\"", "[]"])
  func aModelsAnnotationThatIsNoObjectIsIgnoredWithAWarning(value: String) throws {
    let output = try generate(#"{"type": "string"}"#, "\n\"x-retired\": \(value),")
    #expect(output.warnings.count == 2)
    #expect(
      output.warnings.first?.description.hasPrefix(
        #"schemas/model.json:2:14: warning: "x-retired" has to be an object"#) == true)
    #expect(output.requests.values.allSatisfy { !$0.contains("@available") })
    #expect(output.catalog.contains("A.self,"))
  }

  @Test func aReplacementThatIsNoModelHereIsOnlyMentioned() throws {
    let output = try generate(
      #"{"type": "string"}"#, #""x-retired": {"replacement": "c", "message": "Sorry."},"#)
    #expect(
      output.requests["schemas/model.json"]?.contains(
        #"@available(*, deprecated, message: "The service no longer takes `a`; use `c`. Sorry.")"#)
        == true)
    #expect(!output.catalog.contains("A.self") && !output.catalog.contains("B.self"))
  }

  @Test(arguments: ["{}", "[1]", #"[{"replacement": "x"}]"#])
  func aListOfValuesThatIsNoneIsIgnoredWithAWarning(list: String) throws {
    let output = try generate(#"{"enum": ["x", "y"], "x-retired-values": \#(list)}"#)
    #expect(output.warnings.count == 2)
    #expect(output.warnings.allSatisfy { $0.message.contains("has to be a list of objects") })
    #expect(!output.sharedTypes.contains("unavailable"))
  }

  /// Two values of one name: the one that is there counts, or the first that is gone.
  @Test func aNameIsDeclaredOnce() throws {
    let output = try generate(
      #"""
      {"enum": ["4k"], "default": "4k", "x-retired-values": [
        {"value": "4K"}, {"value": "8K"}, {"value": "8k"}]}
      """#)
    #expect(output.sharedTypes.components(separatedBy: "unavailable").count == 2)
    #expect(output.sharedTypes.contains("static var k8: Self { .k4 }"))
  }

  @Test func aValueThatIsGoneIsRenamedByItsPlace() throws {
    let output = try generate(
      #"{"enum": ["x"], "x-retired-values": [{"value": "y"}]}"#,
      configuration: ##"{"renames": {"*#/properties/size/x-retired-values/0": "wide"}}"##)
    #expect(output.sharedTypes.contains("static var wide: Self { .x }"))
    #expect(output.warnings.isEmpty)
  }

  /// Milliseconds that are whole seconds are named in these.
  @Test func aValueThatIsGoneIsNamedAsItWas() throws {
    let output = try generate(
      #"""
      {"type": "integer", "enum": [5000], "x-retired-values": [{"value": 6000}, {"value": 7500}]}
      """#, named: "duration_ms")
    #expect(output.sharedTypes.contains("static var seconds6: Self { .seconds5 }"))
    #expect(output.sharedTypes.contains("static var milliseconds7500: Self { .seconds5 }"))
  }
}
