import Foundation
import TypedMedia
import TypedMediaGenerator
import Workbench

/// One changed document, and all that is done with it.
struct Case {
  let number: Int
  let document: Data
  private let seed: UInt64
  private let seeds: Seeds

  init(_ number: Int, seed: UInt64, seeds: Seeds) {
    self.number = number
    self.seed = seed
    self.seeds = seeds
    var mutator = Mutator(
      seeds: seeds, random: RandomNumbers(seed: seed, case: number, purpose: 1))
    document = mutator.document()
  }

  /// What the document is put through.
  enum Stage: String, CaseIterable {
    case changing, parsing, locating, compiling, fields, validating, generating
  }

  /// Puts the document through everything.
  ///
  /// - Parameters:
  ///   - enter: Is told of each stage before it starts.
  ///   - report: Is told of what is wrong, other than a crash.
  /// - Returns: The code that was generated, if any.
  func run(
    enter: (Stage) -> Void, report: (String) -> Void
  ) -> RequestGenerator.Output? {
    var random = RandomNumbers(seed: seed, case: number, purpose: 2)
    enter(.parsing)
    let duplicateKeys: JSONLimits.DuplicateKeys = random.oneIn(2) ? .refused : .lastWins
    if let json = try? JSON(parsing: document, limits: JSONLimits(duplicateKeys: duplicateKeys)) {
      if (try? JSON(parsing: json.text())) != json {
        report("what is written reads as another value")
      }
      enter(.locating)
      locate(in: json, &random, report)
      validate(json, &random, enter: enter, report)
    }
    enter(.generating)
    return generate(&random, report)
  }

  /// Looks for the place of something that the document has.
  private func locate(in json: JSON, _ random: inout RandomNumbers, _ report: (String) -> Void) {
    guard let text = try? JSONDocument(parsing: document) else { return }
    var (value, pointer) = (json, JSONPointer.root)
    while !random.oneIn(5) {
      if let object = value.object, !object.isEmpty {
        let member = object[random.below(object.count)]
        (value, pointer) = (member.value, pointer.appending(member.key))
      } else if let elements = value.array, !elements.isEmpty {
        let index = random.below(elements.count)
        (value, pointer) = (elements[index], pointer.appending(index))
      } else {
        break
      }
    }
    if text.position(of: pointer) == nil { report("\(pointer) is there and is not found") }
  }

  private func validate(
    _ json: JSON, _ random: inout RandomNumbers, enter: (Stage) -> Void, _ report: (String) -> Void
  ) {
    enter(.compiling)
    let dialects = JSONSchema.Dialect.allCases
    let options = JSONSchema.Options(
      defaultDialect: random.oneIn(2) ? .draft2020_12 : random.pick(dialects, or: .draft7),
      assertsFormats: random.oneIn(2), lenient: !random.oneIn(4))
    let document = json["input_schema"] ?? json
    guard let schema = try? JSONSchema(document, options: options) else { return }
    if self.document.count < 1_000_000 {
      enter(.fields)
      _ = try? ModelSnapshot(["name": "a", "input_schema": document]).fields.count
    }
    var mutator = Mutator(seeds: seeds, random: random)
    var bodies = seeds.model(&random).bodies.prefix(2) + [document]
    bodies += bodies.map { mutator.body($0) }
    enter(.validating)
    for body in bodies where schema.isValid(body) != schema.violations(in: body).isEmpty {
      report("a body is valid and has violations, or neither: \(body.text().prefix(2_000))")
    }
  }

  private func generate(
    _ random: inout RandomNumbers, _ report: (String) -> Void
  ) -> RequestGenerator.Output? {
    do {
      let generator = RequestGenerator(module: "Fuzz")
      let output = try generator.generate([sourceFile])
      if random.oneIn(8), document.count < 1_000_000 {
        let again = try generator.generate([sourceFile])
        if again.requests != output.requests || again.sharedTypes != output.sharedTypes {
          report("the same input makes other code the second time")
        }
      }
      return output
    } catch {
      if error.diagnostics.allSatisfy({ $0.severity != .error }) || error.description.isEmpty {
        report("generating fails without an error")
      }
      return nil
    }
  }

  /// The document as the generator takes it.
  var sourceFile: SourceFile {
    SourceFile(path: "case\(number).json", name: "schemas/case\(number).json", data: document)
  }
}
