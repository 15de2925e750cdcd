import Foundation
import TypedMediaSchema

/// Runs files of the public JSON Schema suite.
struct SchemaSuite {
  let dialect: JSONSchema.Dialect
  let folder: String
  var assertsFormats = false

  /// How many tests passed, and which did not.
  struct Outcome {
    var total = 0
    var failures: [String] = []

    var passed: Int { total - failures.count }
  }

  /// Runs the tests of a file.
  func run(_ file: URL) throws -> Outcome {
    var outcome = Outcome()
    for group in try JSON(parsing: Data(contentsOf: file)).array ?? [] {
      let title = "\(file.lastPathComponent): \(group["description"]?.string ?? "")"
      let tests = group["tests"]?.array ?? []
      outcome.total += tests.count
      do {
        let schema = try JSONSchema(group["schema"] ?? true, options: options)
        for test in tests where !passes(test, schema) {
          outcome.failures.append("\(title): \(test["description"]?.string ?? "")")
        }
      } catch {
        outcome.failures += tests.map { _ in "\(title): \(error)" }
      }
    }
    return outcome
  }

  /// Runs the files of one of the suite's folders whose names, without their ending, are included.
  func runFolder(
    _ subfolder: String, where isIncluded: (String) -> Bool = { _ in true }
  ) throws -> Outcome {
    var sum = Outcome()
    let files = Corpora.files(in: "json-schema-test-suite/tests/\(folder)/\(subfolder)")
    for file in files where isIncluded(file.deletingPathExtension().lastPathComponent) {
      let outcome = try run(file)
      sum.total += outcome.total
      sum.failures += outcome.failures
    }
    return sum
  }

  private func passes(_ test: JSON, _ schema: JSONSchema) -> Bool {
    guard let data = test["data"], let isValid = test["valid"]?.bool else { return false }
    let verdicts = schema.verdicts(on: data)
    return schema.isValid(data) == isValid && schema.violations(in: data).isEmpty == isValid
      && verdicts.whole == isValid && verdicts.quick ?? isValid == isValid
  }

  private var options: JSONSchema.Options {
    JSONSchema.Options(
      defaultDialect: dialect, assertsFormats: assertsFormats, resolve: Self.remote)
  }

  /// The suite's remote documents, which it expects at one fixed address.
  private static let remote: @Sendable (String) -> JSON? = { uri in
    let server = "http://localhost:1234/"
    guard uri.hasPrefix(server) else { return nil }
    let file = Corpora.folder
      .appendingPathComponent("json-schema-test-suite/remotes/\(uri.dropFirst(server.count))")
    return try? JSON(parsing: Data(contentsOf: file))
  }
}
