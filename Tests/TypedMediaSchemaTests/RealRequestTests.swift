import Foundation
import Testing
import TypedMediaSchema

/// Requests for several hundred real models, each known to be valid by the model's schema.
@Suite(.enabled(if: Corpora.contains("instances"), "The corpora are not at hand."))
struct RealRequestTests {
  @Test(arguments: ["fal", "replicate", "cog"])
  func realRequestsAreValid(source: String) throws {
    var count = 0
    for file in Corpora.files(in: "input_schemas/\(source)") {
      let model = file.deletingPathExtension().lastPathComponent
      let schema = try JSONSchema(
        JSON(parsing: Data(contentsOf: file)), options: JSONSchema.Options(lenient: true))
      for instance in Corpora.files(in: "instances/\(source)/\(model)") {
        let request = try JSON(parsing: Data(contentsOf: instance))
        #expect(schema.violations(in: request).map(\.message) == [], "\(instance.path)")
        count += 1
      }
    }
    #expect(count > 0)
  }
}
