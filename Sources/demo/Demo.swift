import Foundation
import TypedMedia
import TypedMediaTerminal

/// The main job, end to end: typed requests out, files back.
@main
struct Demo {
  static func main() async {
    Terminal.fillClosedStreams()
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      if options.showsHelp { return try Screen().say(Options.help) }
      try await run(options)
    } catch let stop as Stop {
      end(saying: stop.message, status: stop.status)
    } catch is CancellationError {
      end(
        saying: "Stopped before the request was sent: nothing is paid for it.",
        status: Interruption.exitStatus)
    } catch {
      end(saying: "The demo stopped. \(error)", status: 1)
    }
  }

  private static func run(_ options: Options) async throws {
    let contents = try? FileManager.default.contentsOfDirectory(atPath: options.folder.path)
    guard contents?.isEmpty ?? true else {
      throw Stop(
        "There is something in \(options.folder.path) already; name a new or an empty folder.")
    }
    try await Interruption.cancelling(saying: Screen().interject) { interruption in
      let stage = try Stage(folder: options.folder, interruption)
      try stage.greet()
      try await HooxDemo(stage).run()
      try stage.screen.say("\nAll results are in \(options.folder.path).")
    }
  }

  private static func end(saying message: String?, status: Int32) -> Never {
    if let message { _ = Terminal.errors.write(message + "\n") }
    exit(status)
  }
}

/// The reason why the demo ends early.
struct Stop: Error {
  /// What there is to say; `nil` where nobody listens.
  var message: String?
  var status: Int32 = 1

  init(_ message: String?, status: Int32 = 1) {
    self.message = message
    self.status = status
  }
}
