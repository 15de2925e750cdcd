import Foundation
import TypedMediaGenerator
import Workbench

/// What generated code shall never have, counted in its text.
struct Soundness {
  /// Types of which no value can be made.
  private var typesWithoutValue = 0
  /// Places that take any JSON, beyond those that the generator has warned of.
  private var silentPlaces: [String] = []
  /// Cases whose names end in a number that was made of their spelling.
  private var hashedCases: [String] = []

  /// Whether there is none of it.
  var isSound: Bool { typesWithoutValue == 0 && silentPlaces.isEmpty && hashedCases.isEmpty }

  init(of files: [SchemaFile], _ output: RequestGenerator.Output) {
    let warnings = Dictionary(grouping: output.warnings, by: \.path)
    typesWithoutValue = output.warnings.count { $0.message.hasPrefix("there is no value of ") }
    for file in files {
      let lines = (output.requests[file.url.path] ?? "").split(separator: "\n")
      let untyped = lines.count { $0.contains(Self.untypedPlace) }
      let warned = warnings[file.url.path, default: []].count {
        $0.message.contains("JSON in Swift")
      }
      if untyped > 0, warned == 0 { silentPlaces.append(file.name) }
    }
    let all = output.requests.values.flatMap { $0.split(separator: "\n") }
    let shared = output.sharedTypes.split(separator: "\n")
    hashedCases = (all + shared).compactMap { line in
      line.firstMatch(of: Self.hashedCase).map { String($0.1) }
    }
  }

  func report(to table: inout Table) {
    for name in silentPlaces { print("\(name) has an untyped place, of which nothing warns") }
    for name in hashedCases { print("the case \(name) is named by a hash") }
    table.add("types without a value", "\(typesWithoutValue)")
    table.add("schemas with an untyped place and no warning", "\(silentPlaces.count)")
    table.add("cases named by a hash", "\(hashedCases.count)")
  }

  /// A property, or the value of a case, that can be anything.
  private static var untypedPlace: Regex<Substring> {
    /(?:^\s*(?:package )?var [^:]+: \[*(?:Nullable<)?JSON\b[^{]*$)|(?:^\s*case .*\(\[*JSON\b)/
  }

  /// A case whose name ends in four hexadecimal digits, letters among them, or in sixteen.
  private static var hashedCase: Regex<(Substring, Substring)> {
    /^\s*case ([A-Za-z]\w*_(?:(?=\w*[a-f])(?=\w*[0-9])[0-9a-f]{4}|[0-9a-f]{16}))(?: =|\(|$)/
  }
}
