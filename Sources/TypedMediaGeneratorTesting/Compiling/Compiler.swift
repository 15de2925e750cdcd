#if os(macOS) || os(Linux)
  package import Foundation

  /// The Swift compiler of the toolchain that runs the tests.
  package struct Compiler {
    /// The outcome of a run of the compiler.
    package struct Outcome {
      /// 0, unless there was an error.
      package let status: Int32
      /// The compiler's output.
      package let output: String
    }

    private let program: URL
    /// What comes before the compiler's own arguments.
    private let prefix: [String]
    private let modules: URL

    /// Finds the compiler, and the modules of the running build.
    ///
    /// - Throws: ``ExpectationFailure``: a test that cannot compile must not pass.
    package init() throws {
      modules = try BuildProducts.modules()
      #if os(macOS)
        program = URL(filePath: "/usr/bin/xcrun")
        prefix = ["swiftc"]
      #else
        let environment = ProcessInfo.processInfo.environment
        let inPath = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/swiftc" }
        let candidates = [environment["SWIFT_EXEC"]].compactMap { $0 } + inPath
        guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
          throw ExpectationFailure(
            "There is no swiftc: neither SWIFT_EXEC nor a folder of PATH leads to one.")
        }
        program = URL(filePath: path)
        prefix = []
      #endif
    }

    /// Type-checks `files`, which can import the modules of the running build.
    package func typecheck(_ files: [URL], _ options: [String] = []) throws -> Outcome {
      try run(
        ["-typecheck", "-swift-version", "6", "-I", modules.path] + options + files.map(\.path))
    }

    /// Runs the compiler with `arguments`.
    package func run(_ arguments: [String]) throws -> Outcome {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = program
      process.arguments = prefix + arguments
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }
  }
#endif
