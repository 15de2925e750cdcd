import Foundation
import TypedMedia
import TypedMediaGenerator
import Workbench

/// The child process, which runs cases one after the other and says of each what it is about to do.
///
/// It writes a line `@ CASE STAGE` before each stage, `@ CASE ! …` for what is wrong, `@ CASE SECONDS s`
/// after a slow case, and `@ CASE + SECONDS` before one that takes long by its mere size, so that its
/// parent knows what was at hand when it ended, or did not.
struct Worker {
  let seed: UInt64
  let cases: Range<Int>
  /// Where to write generated code, for the compiler.
  let spool: URL
  /// The most memory that the process may take, in bytes.
  let memory: Int

  func run() throws {
    limitMemory()
    let seeds = try Seeds()
    var kept: [SourceFile] = []
    for number in cases {
      say("\(number) \(Case.Stage.changing)")
      let start = ContinuousClock.now
      let work = Case(number, seed: seed, seeds: seeds)
      if work.document.count > Self.large { say("\(number) + \(work.document.count / Self.large)") }
      let output = work.run(enter: { say("\(number) \($0)") }, report: { say("\(number) ! \($0)") })
      let seconds = (ContinuousClock.now - start).seconds
      if seconds > 1 { say("\(number) \((seconds * 10).rounded() / 10) s") }
      guard let output, work.document.count < Self.largest else { continue }
      if number % 8 == 0 || cases.count == 1 {
        try write(
          output.requests.values.joined() + output.sharedTypes, "parsed/case\(number).swift")
      }
      if kept.count < Self.typed, number % 16 == 0 || cases.count == 1 {
        kept += [renamed(work)].compactMap { $0 }
      }
    }
    try generate(kept)
  }

  /// How many of a batch's cases are compiled together.
  private static let typed = 24
  /// The compiler takes its time over long code, in which there is no more to find.
  private static let largest = 20_000

  /// For each so many bytes a stage may take a second more.
  private static let large = 1_000_000

  /// Generates one module's code for several cases.
  private func generate(_ files: [SourceFile]) throws {
    guard !files.isEmpty else { return }
    say("\(cases.lowerBound) generating together")
    let configuration = SourceFile(
      path: "typed-media.json", name: "typed-media.json", data: Data(#"{"access": "public"}"#.utf8))
    let generator = RequestGenerator(
      module: "Together", configuration: try Configuration(configuration))
    guard let output = try? generator.generate(files) else { return }
    for (path, code) in output.requests {
      try write(code, "typed/\((path as NSString).deletingPathExtension).swift")
    }
    try write(output.sharedTypes, "typed/SharedTypes.swift")
    try write(output.catalog, "typed/Models.swift")
  }

  /// The case under a name that no other has; `nil` when it cannot be renamed.
  private func renamed(_ work: Case) -> SourceFile? {
    guard case .object(var object)? = try? JSON(parsing: work.document), object["openapi"] == nil
    else { return nil }
    if object["input_schema"] != nil || object["name"]?.string != nil {
      object["name"] = .string("case\(work.number)")
    }
    var file = work.sourceFile
    file.data = JSON.object(object).data(.indented)
    return file
  }

  private func write(_ code: String, _ path: String) throws {
    let url = spool.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(code.utf8).write(to: url)
  }

  private func say(_ line: String) {
    let line = line.replacingOccurrences(of: "\n", with: " ")
    FileHandle.standardOutput.write(Data("@ \(line)\n".utf8))
  }

  private func limitMemory() {
    var limit = rlimit(rlim_cur: rlim_t(memory), rlim_max: rlim_t(memory))
    #if canImport(Darwin)
      _ = setrlimit(RLIMIT_AS, &limit)
    #else
      _ = setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #endif
  }
}
