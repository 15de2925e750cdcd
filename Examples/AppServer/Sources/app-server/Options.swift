import Foundation
import Programs

/// What the program is asked to do.
struct Options {
  var host = "127.0.0.1"
  var port = 8_080
  var maxCost: Decimal = 100
  /// Where jobs are kept; `nil` for a new file in a temporary folder.
  var ledger: URL?
  /// Where the service reaches the server; `nil` where it cannot.
  var publicURL: URL?
  /// The sessions that are let through, as whatever signs people in would keep them.
  var sessions: Set<String> = []
  var showsHelp = false

  static let help = """
    Takes an app's requests and Hoox's webhooks, and keeps the key to itself.

    usage: app-server [--host NAME] [--port N] [--max-credits N] [--ledger FILE] [--public-url URL]
                      [--session NAME…]

      --host NAME        where to listen; 127.0.0.1 by default
      --port N           the port; 8080 by default
      --max-credits N    the most that one request may cost; 100 by default
      --ledger FILE      where jobs are kept, which a server that is started again picks up; a new \
    temporary file by default
      --public-url URL   where Hoox reaches this server; without it no webhooks come, and the server looks \
    for results every ten minutes
      --session NAME     let through who sends this as Authorization: Bearer NAME; may be given several \
    times. By default there is one, which is made up and printed
      --help             show this

    Without a key it plays the service in process. With HOOX_API_KEY in the environment it uses Hoox \
    itself, and spends what apps ask for.
    """

  /// Reads the arguments.
  init(_ arguments: some Sequence<String>) throws {
    var arguments = ProgramArguments(arguments)
    while let argument = arguments.next() {
      switch argument {
      case "--help", "-h": showsHelp = true
      case "--host": host = try arguments.value(of: argument) { $0 }
      case "--port":
        port = try arguments.value(of: argument) { text in
          UInt16(text).flatMap { $0 == 0 ? nil : Int($0) }
        }
      case "--max-credits":
        maxCost = Decimal(try arguments.value(of: argument) { UInt32($0) })
      case "--ledger": ledger = URL(filePath: try arguments.value(of: argument) { $0 })
      case "--public-url": publicURL = try arguments.value(of: argument) { URL(string: $0) }
      case "--session": sessions.insert(try arguments.value(of: argument) { $0.isEmpty ? nil : $0 })
      default: throw Misuse("'\(argument)' is not an option.\n\n\(Self.help)")
      }
    }
    if sessions.isEmpty { sessions = [UUID().uuidString.lowercased()] }
  }
}
