#if !os(macOS) && !os(Linux)
  import Foundation

  /// Takes the place of the compiler where none can be started, so that the tests compile there too: with the
  /// others of the package, in one scheme. Each of them fails at once.
  struct Compiler {
    struct CannotStart: Error {}

    struct Outcome {
      let status: Int32
      let output: String
    }

    init() throws { throw CannotStart() }

    func typecheck(_ files: [URL], _ options: [String] = []) throws -> Outcome {
      throw CannotStart()
    }

    func run(_ arguments: [String]) throws -> Outcome { throw CannotStart() }
  }
#endif
