/// What the build-tool plugin asks for: `--option value` pairs, then each snapshot with the path of the
/// Swift file to write for it.
struct Arguments {
  /// The module that the code is for.
  var module = ""
  /// The target's `typed-media.json`.
  var configuration: String?
  /// The snapshots' `snapshot.json`.
  var stamp: String?
  /// The place to write the list of models.
  var catalog = ""
  /// The place to write the shared types.
  var sharedTypes = ""
  /// The target's folder, from which files are named in the headers of generated code.
  var root = ""
  /// Each snapshot and its Swift file.
  var files: [(snapshot: String, output: String)] = []

  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let option = rest.first, option.hasPrefix("--") {
      guard let value = rest.dropFirst().first else { throw Misuse("\(option) needs a value.") }
      switch option {
      case "--module": module = value
      case "--configuration": configuration = value
      case "--stamp": stamp = value
      case "--catalog": catalog = value
      case "--shared-types": sharedTypes = value
      case "--root": root = value
      default: throw Misuse("\(option) is not an option.")
      }
      rest = rest.dropFirst(2)
    }
    guard !module.isEmpty, !catalog.isEmpty, !sharedTypes.isEmpty else {
      throw Misuse("--module, --catalog and --shared-types are needed.")
    }
    while let snapshot = rest.popFirst() {
      guard let output = rest.popFirst() else { throw Misuse("\(snapshot) has no file to write.") }
      files.append((snapshot, output))
    }
  }

  struct Misuse: Error, CustomStringConvertible {
    let description: String

    init(_ problem: String) {
      description = """
        error: generate-requests: \(problem)
        usage: generate-requests --module NAME --catalog FILE --shared-types FILE [--root FOLDER] \
        [--configuration FILE] [--stamp FILE] [SNAPSHOT OUTPUT]…
        """
    }
  }
}
