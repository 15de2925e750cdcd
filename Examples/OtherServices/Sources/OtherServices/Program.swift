import Foundation

/// Images, videos and speech by the services besides Hoox, and Hoox's avatars, in process or, with
/// a key, by the service.
@main
struct Program {
  /// What is shown of each service.
  static let demos: [any Demo.Type] = [
    HedraDemo.self, HooxAvatarsDemo.self, IndoxHubDemo.self, ReplicateDemo.self,
  ]

  static let usage = """
    usage: other-services [\(demos.map { $0.name }.joined(separator: "|")) [FOLDER]]

    Shows one service, or all of them. Saves the results in FOLDER; in a new temporary folder by default.
    With the service's key in the environment, such as HEDRA_API_KEY, it uses the service itself, and
    spends credits.
    """

  static func main() async {
    var arguments = CommandLine.arguments.dropFirst()
    let service = arguments.popFirst()
    let folder =
      arguments.popFirst().map { URL(filePath: $0, directoryHint: .isDirectory) }
      ?? FileManager.default.temporaryDirectory.appending(
        path: "other-services-\(UUID().uuidString.prefix(8))")
    let chosen = demos.filter { service == nil || $0.name == service }
    guard !chosen.isEmpty, arguments.isEmpty else {
      complain(usage)
      exit(64)
    }
    do {
      for demo in chosen { try await demo.init(Show(folder: folder)).run() }
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
