import Foundation

/// The main job, end to end: typed requests out, files back.
@main
struct Demo {
  static func main() async {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      if options.showsHelp { return print(Options.help) }
      try await run(options)
    } catch let stop as Stop {
      FileHandle.standardError.write(Data((stop.message + "\n").utf8))
      exit(stop.status)
    } catch {
      FileHandle.standardError.write(Data("The demo stopped. \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ options: Options) async throws {
    let contents = try? FileManager.default.contentsOfDirectory(atPath: options.folder.path)
    guard contents?.isEmpty ?? true else {
      throw Stop(
        "There is something in \(options.folder.path) already; name a new or an empty folder.")
    }
    let stage = Stage(folder: options.folder)
    print(stage.greeting + "\n")
    try await HooxDemo(stage).run()
    print("\nAll results are in \(options.folder.path).")
  }
}

/// The reason why the demo ends early.
struct Stop: Error {
  var message: String
  var status: Int32 = 1

  init(_ message: String, status: Int32 = 1) {
    self.message = message
    self.status = status
  }
}
