#if os(macOS) || os(Linux)
  import Foundation

  /// What the compiler says of a program.
  struct ProgramCheck {
    /// The errors in the program, each with its line.
    private(set) var errors: [String] = []
    /// The errors that have nothing to do with it, such as a module that is not there.
    private(set) var obstacles: [String] = []

    /// Has the compiler check `source`.
    init(of source: String, importing modules: [String]) throws {
      let compiler = try Compiler()
      let folder = FileManager.default.temporaryDirectory
        .appending(path: UUID().uuidString, directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let program = folder.appending(path: "main.swift")
      let imports = modules.map { "import \($0)\n" }.joined()
      // Errors in what is above the program are not in it.
      try Data("\(imports)#sourceLocation(file: \"program\", line: 1)\n\(source)\n".utf8)
        .write(to: program)
      let outcome = try compiler.typecheck(
        [program], ["-suppress-warnings", "-diagnostic-style", "llvm"])
      for line in outcome.output.split(separator: "\n") {
        guard let mark = line.range(of: "error: ") else { continue }
        let place = line[..<mark.lowerBound]
        if place.hasPrefix("program:"), !Self.obstacles.contains(where: line.contains) {
          errors.append(String(line.dropFirst("program:".count)))
        } else if place.isEmpty || place.hasSuffix(": ") || place.hasSuffix("fatal ") {
          obstacles.append(String(line[mark.lowerBound...]))
        }
      }
      if outcome.status != 0, errors.isEmpty, obstacles.isEmpty {
        obstacles.append("the compiler ended with \(outcome.status):\n\(outcome.output)")
      }
    }

    /// What the compiler says where a module cannot be imported.
    private static let obstacles = [
      "no such module", "missing required module", "was not compiled for testing",
      "could not build module", "cannot load module", "failed to build module",
    ]
  }
#endif
