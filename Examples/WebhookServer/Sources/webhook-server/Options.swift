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
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": showsHelp = true
      case "--host": host = try Self.value(of: argument, in: &rest) { $0 }
      case "--port": port = Int(try Self.value(of: argument, in: &rest, { UInt16($0) }))
      case "--seed": seed = try Self.value(of: argument, in: &rest, { UInt64($0) })
      default: throw Misuse(description: "'\(argument)' is not an option.\n\n\(Self.help)")
      }
    }
  }

  private static func value<Value>(
    of option: String, in rest: inout ArraySlice<String>, _ read: (String) -> Value?
  ) throws -> Value {
    guard let text = rest.popFirst() else { throw Misuse(description: "\(option) needs a value.") }
    guard let value = read(text) else {
      throw Misuse(description: "'\(text)' is not a value for \(option).")
    }
    return value
  }
}

/// Why the program did not begin.
struct Misuse: Error, CustomStringConvertible {
  var description: String
}
