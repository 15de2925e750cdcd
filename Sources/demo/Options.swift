import Foundation

/// What the demo is asked to do.
struct Options {
  /// The service that makes them.
  var service = Service.hoox
  /// Where results are saved.
  var folder: URL
  var showsHelp = false

  static let help = """
    Makes an image and videos with typed requests, and saves them.

    usage: demo [hoox|hedra|indoxhub] [--output FOLDER]

      --output FOLDER   where to save the results; a new temporary folder by default
      --help            show this

    Without a key it plays the service in process. With HOOX_API_KEY, HEDRA_API_KEY or \
    INDOXHUB_API_KEY in the environment it uses the service itself, and asks before it spends.
    """

  init(_ arguments: some Sequence<String>) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "typed-media-demo-\(UUID().uuidString.prefix(8))")
    var rest = Array(arguments)[...]
    if let service = rest.first.flatMap(Service.init(rawValue:)) {
      self.service = service
      rest.removeFirst()
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": showsHelp = true
      case "--output":
        guard let path = rest.popFirst() else { throw Stop("--output needs a folder.", status: 64) }
        folder = URL(filePath: path, directoryHint: .isDirectory)
      default:
        let kind = argument.hasPrefix("-") ? "an option" : "a service"
        throw Stop("'\(argument)' is not \(kind).\n\n\(Self.help)", status: 64)
      }
    }
  }
}
