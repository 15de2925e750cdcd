#if !os(macOS) && !os(Linux)
  import Foundation

  /// Takes the place of Foundation's where no program can be started, so that the tests compile there too: with
  /// the others of the package, in one scheme. Each of them fails at once.
  final class Process {
    struct CannotStart: Error {}

    var executableURL: URL?
    var arguments: [String]?
    var currentDirectoryURL: URL?
    var environment: [String: String]?
    var standardInput: Any?
    var standardOutput: Any?
    var standardError: Any?
    let isRunning = false
    let processIdentifier: Int32 = 0
    let terminationStatus: Int32 = 1

    func run() throws { throw CannotStart() }
    func waitUntilExit() {}
  }
#endif
