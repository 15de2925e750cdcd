import Foundation

/// The Swift compiler of the toolchain that runs the tests.
struct Compiler {
  struct NotFound: Error, CustomStringConvertible {
    var description: String {
      "There is no swiftc: neither SWIFT_EXEC nor a folder of PATH leads to one."
    }
  }

  struct Outcome {
    let status: Int32
    /// What the compiler printed.
    let output: String
  }

  private let program: URL
  /// What comes before the compiler's own arguments.
  private let prefix: [String]
  private let modules: URL

  /// Finds the compiler and the modules.
  ///
  /// - Throws: `NotFound`, or `BuildProducts.NotFound`: a test that cannot compile must not pass.
  init() throws {
    modules = try BuildProducts.modules()
    #if os(macOS)
      program = URL(filePath: "/usr/bin/xcrun")
      prefix = ["swiftc"]
    #else
      let environment = ProcessInfo.processInfo.environment
      let inPath = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/swiftc" }
      let candidates = [environment["SWIFT_EXEC"]].compactMap { $0 } + inPath
      guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
        throw NotFound()
      }
      program = URL(filePath: path)
      prefix = []
    #endif
  }

  /// Type-checks `file` as a program that uses Hoox.
  ///
  /// - Parameter isVerifying: Whether the errors have to be exactly those that the file expects; the
  ///   status is then 0 when they are.
  func typecheck(_ file: URL, verifying isVerifying: Bool) throws -> Outcome {
    var arguments = ["-typecheck", "-swift-version", "6", "-I", modules.path]
    if isVerifying {
      arguments += ["-Xfrontend", "-verify"]
      // A note such as "declared here" points into generated code, which expects nothing. Compilers
      // that do not know the option do not complain of such notes.
      if try run(["-frontend", "-help-hidden"]).output.contains("-verify-ignore-unrelated") {
        arguments += ["-Xfrontend", "-verify-ignore-unrelated"]
      }
    }
    return try run(arguments + [file.path])
  }

  /// Type-checks `files` as one module.
  func typecheck(library files: [URL]) throws -> Outcome {
    try run(
      ["-typecheck", "-parse-as-library", "-suppress-warnings", "-swift-version", "6"]
        + ["-I", modules.path] + files.map(\.path))
  }

  private func run(_ arguments: [String]) throws -> Outcome {
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
