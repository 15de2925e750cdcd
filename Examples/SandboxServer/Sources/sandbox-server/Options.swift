import Foundation

/// What the program is asked to do.
struct Options {
  var host = "127.0.0.1"
  var port = 8_080
  var credits: Decimal?
  var speed = 1.0
  var showsHelp = false

  static let help = """
    Serves the sandboxes of the services over HTTP: no key of one's own, no cost.

    usage: sandbox-server [--host NAME] [--port N] [--credits N] [--speed N]

      --host NAME   where to listen; 127.0.0.1 by default
      --port N      the port, or 0 for any that is free; 8080 by default
      --credits N   how many credits there are at each service
      --speed N     how many times faster than usual jobs are done; 1 by default
      --help        show this
    """

  /// Reads the arguments.
  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": showsHelp = true
      case "--host": host = try Self.value(of: argument, in: &rest) { $0 }
      case "--port": port = Int(try Self.value(of: argument, in: &rest) { UInt16($0) })
      case "--credits": credits = Decimal(try Self.value(of: argument, in: &rest) { UInt32($0) })
      case "--speed":
        speed = try Self.value(of: argument, in: &rest) { text in
          Double(text).flatMap { (0.01...10_000).contains($0) ? $0 : nil }
        }
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
