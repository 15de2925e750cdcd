import Foundation
import Workbench

/// Measures what it takes to compile generated code, and what comes of it.
struct CompileBenchmark {
  let package: TwinPackage
  let rounds: Int

  func rows() throws -> [Report.Row] {
    try ["debug", "release"].flatMap { configuration -> [Report.Row] in
      announce("Compiling for \(configuration)")
      _ = try package.package.build("-c", configuration)
      return [
        try row(of: "Program", "in the program that uses it", configuration),
        try row(of: "Models", "as a library", configuration),
      ]
    } + sizes()
  }

  /// What it takes to compile a target.
  private func row(
    of target: String, _ place: String, _ configuration: String
  ) throws -> Report.Row {
    var (own, plain): ([Measured], [Measured]) = ([], [])
    for _ in 0..<max(rounds / 2, 1) {
      own.append(try build(target, configuration))
      plain.append(try build("Plain\(target)", configuration))
    }
    let idle = try package.package.build("-c", configuration, "--target", target)
    return Report.Row(
      what: """
        build the code of the 50 models \(place), \(configuration) \
        (\(digits(idle.seconds)) s of it when nothing is to be built)
        """,
      measured: .seconds(own.map(\.seconds).median),
      processor: .seconds(own.map(\.ending.processorSeconds).median),
      budget: .seconds(configuration == "debug" ? 4 : 9),
      straightforward: .seconds(plain.map(\.ending.processorSeconds).median),
      memory: (own.map(\.ending.peakMemory).max() ?? 0, nil))
  }

  /// Builds a target whose libraries are built already.
  private func build(_ target: String, _ configuration: String) throws -> Measured {
    try package.package.removeProducts(of: target, configuration)
    return try package.package.build("-c", configuration, "--target", target)
  }

  /// How much code a model adds to a program: of 100 that are alike, and of real ones.
  private func sizes() throws -> [Report.Row] {
    let alike = "a model of ten properties, of 100 alike"
    let real = "a real model of ten properties, and the types in it"
    return [
      try row(of: "Alike", "\(alike), compiled in one piece", budget: 3, pieceSize),
      try row(of: "Alike", "\(alike), a file at a time", budget: nil, size),
      try row(of: "TenFields", "\(real), a file at a time", budget: nil, size),
    ]
  }

  /// The schema that the code has with it is data, and is as large as the schema.
  private func row(
    of target: String, _ what: String, budget: Double?, _ size: (String) throws -> Double
  ) throws -> Report.Row {
    let (own, plain) = (try size(target), try size("Plain\(target)"))
    let code = try SchemaFile.swiftFiles(in: sources(of: target))
    let models = Double(code.filter { $0.contains("embedded: ") }.count)
    let embedded = code.flatMap { $0.split(separator: "\n") }
      .filter { $0.contains("embedded: ") }.map(\.utf8.count).reduce(0, +)
    return Report.Row(
      what: "code of \(what), release, without its embedded schema",
      measured: .kilobytes((own - Double(embedded)) / models / 1000),
      budget: budget.map { .kilobytes($0) },
      straightforward: .kilobytes(plain / models / 1000))
  }

  private func sources(of target: String) -> URL {
    package.package.folder.appendingPathComponent("Sources/\(target)")
  }

  /// The bytes of code and data of a target that is compiled at once, so that what its models have in
  /// common is there once.
  private func pieceSize(of target: String) throws -> Double {
    let sources = sources(of: target)
    let object = package.package.folder.appendingPathComponent("\(target).o").path
    let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
    _ = try Measured.successfully(
      "swiftc",
      [
        "-O", "-wmo", "-parse-as-library", "-swift-version", "6", "-module-name", target, "-I",
        package.package.products("release").appendingPathComponent("Modules").path, "-c", "-o",
        object,
      ] + files.map { sources.appendingPathComponent($0).path })
    return try size(of: [object])
  }

  /// The bytes of code and data that a target adds to a program.
  private func size(of target: String) throws -> Double {
    let folder = package.package.products("release").appendingPathComponent("\(target).build")
    let objects = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".o") }.map { folder.appendingPathComponent($0).path }
    return try size(of: objects)
  }

  private func size(of objects: [String]) throws -> Double {
    let lines = try Measured.successfully("size", objects).output.split(separator: "\n").dropFirst()
    return lines.map { line in
      line.split(whereSeparator: \.isWhitespace).prefix(2).compactMap { Double($0) }.reduce(0, +)
    }.reduce(0, +)
  }
}

extension SchemaFile {
  /// The texts of the Swift files in a folder.
  fileprivate static func swiftFiles(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
  }
}
