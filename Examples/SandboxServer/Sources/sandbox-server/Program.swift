import Foundation
import SandboxServer

/// Serves the sandboxes, and says how to call them.
@main
struct Program {
  static func main() async {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      if options.showsHelp { return print(Options.help) }
      try await serve(options)
    } catch let misuse as Misuse {
      stop("\(misuse)", status: 64)
    } catch let problem as PortInUse {
      // EX_UNAVAILABLE
      stop("\(problem)", status: 69)
    } catch {
      stop("The server stopped. \(error)", status: 1)
    }
  }

  private static func serve(_ options: Options) async throws {
    let server = SandboxServer(
      configuration: .init(host: options.host, port: options.port)
    ) { webhooks in
      ServedSandbox.all(credits: options.credits, speed: options.speed, webhooks: webhooks)
    }
    try await server.run { port in
      let origin = "http://\(options.host):\(port)"
      print("The sandboxes are at \(origin). Try:")
      for sandbox in server.sandboxes {
        print("")
        for call in sandbox.samples { print("  " + call.commandLine(to: sandbox, at: origin)) }
      }
      // Shown at once, also where the output is a file.
      fflush(nil)
    }
  }

  private static func stop(_ message: String, status: Int32) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}
