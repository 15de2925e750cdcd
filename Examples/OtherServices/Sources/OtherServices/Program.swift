import Foundation
import TypedMedia

/// Images, videos and speech by the services besides Hoox, in process or, with a key, by the service.
@main
struct Program {
  static let usage = """
    usage: other-services hedra|indoxhub [FOLDER]

    Saves the results in FOLDER; in a new temporary folder by default. With HEDRA_API_KEY or
    INDOXHUB_API_KEY in the environment it uses the service itself, and spends credits.
    """

  static func main() async {
    var arguments = CommandLine.arguments.dropFirst()
    let service = arguments.popFirst()
    let folder =
      arguments.popFirst().map { URL(filePath: $0, directoryHint: .isDirectory) }
      ?? FileManager.default.temporaryDirectory.appending(
        path: "other-services-\(UUID().uuidString.prefix(8))")
    guard let service, ["hedra", "indoxhub"].contains(service), arguments.isEmpty else {
      complain(usage)
      exit(64)
    }
    do {
      let show = Show(folder: folder)
      if service == "hedra" {
        try await HedraDemo(show).run()
      } else {
        try await IndoxHubDemo(show).run()
      }
      print("All results are in \(folder.path).")
    } catch {
      complain("error: \(error)")
      exit(1)
    }
  }

  private static func complain(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}

/// What is shown while a job runs, and where its results go.
struct Show {
  let folder: URL

  /// The key of a service itself; `nil` to play it.
  func key(_ variable: String) -> APIKey? {
    let key = ProcessInfo.processInfo.environment[variable] ?? ""
    return key.isEmpty ? nil : APIKey(key)
  }

  /// How to wait in a sandbox, which is faster than the service.
  var sandboxConfiguration: ClientConfiguration {
    ClientConfiguration(
      polling: PollingPolicy(first: .milliseconds(200), longest: .milliseconds(300)))
  }

  /// Waits for what a job makes, with a line for each status.
  func result<Service>(of job: Job<Service>) async throws -> Service.Output {
    var last = ""
    for try await status in job.updates where status.rawStatus != last {
      last = status.rawStatus
      print("  \(last)")
      if status.isTerminal { break }
    }
    return try await job.result()
  }
}
