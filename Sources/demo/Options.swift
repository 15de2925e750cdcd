import Foundation

/// What the demo is asked to do.
struct Options {
  /// Where results are saved.
  var folder: URL
  var showsHelp = false

  static let help = """
    Makes an image and videos with typed requests, and saves them.

    usage: demo [--output FOLDER]

      --output FOLDER   where to save the results; a new temporary folder by default
      --help            show this

    Without a key it plays Hoox in process. With HOOX_API_KEY in the environment it uses the service \
    itself, and asks before it spends.
    """

  init(_ arguments: some Sequence<String>) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "typed-media-demo-\(UUID().uuidString.prefix(8))")
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": showsHelp = true
      case "--output":
        guard let path = rest.popFirst() else { throw Stop("--output needs a folder.", status: 64) }
        folder = URL(filePath: path, directoryHint: .isDirectory)
      default:
        throw Stop("'\(argument)' is not an option.\n\n\(Self.help)", status: 64)
      }
    }
  }
}
