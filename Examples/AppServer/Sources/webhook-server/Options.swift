import Programs

/// What the program is asked to do.
struct Options {
  var host = "127.0.0.1"
  var port = 8_080
  var seed: UInt64 = 1
  var showsHelp = false

  static let help = """
    Takes webhooks from the sandbox, which sends them repeated, in any order and garbled, and shows what \
    the app gets.

    usage: webhook-server [--host NAME] [--port N] [--seed N]

      --host NAME   where to listen; 127.0.0.1 by default
      --port N      the port, or 0 for any that is free; 8080 by default
      --seed N      another seed makes another order
      --help        show this
    """

  /// Reads the arguments.
  init(_ arguments: some Sequence<String>) throws {
    var arguments = ProgramArguments(arguments)
    while let argument = arguments.next() {
      switch argument {
      case "--help", "-h": showsHelp = true
      case "--host": host = try arguments.value(of: argument) { $0 }
      case "--port": port = Int(try arguments.value(of: argument) { UInt16($0) })
      case "--seed": seed = try arguments.value(of: argument) { UInt64($0) }
      default: throw Misuse("'\(argument)' is not an option.\n\n\(Self.help)")
      }
    }
  }
}
