import Foundation

/// Where a download is to go.
struct Destination {
  let folder: URL
  /// The file's name without extension.
  let name: String
  /// Whether a file that is there is to be replaced.
  let isReplacing: Bool

  /// - Parameter name: As the caller or a server has it; what could lead out of the folder is
  ///   replaced.
  init(folder: URL, name: String, isReplacing: Bool) {
    self.folder = folder
    self.name = Self.safe(name)
    self.isReplacing = isReplacing
  }

  /// The file, if it is of `type`.
  func file(_ type: MediaFileType?) -> URL {
    folder.appending(
      path: name + (type.map { ".\($0.fileExtension)" } ?? ""), directoryHint: .notDirectory)
  }

  /// What there is to say when `file` is in the way.
  func collision(at file: URL) -> MediaError {
    MediaError(
      .notSaved, "There is a file at \(file.path) already, which is not overwritten unless asked.")
  }

  private static func safe(_ name: String) -> String {
    let safe = String(
      name.unicodeScalars.map { scalar in
        CharacterSet.alphanumerics.contains(scalar) || "-_. ".unicodeScalars.contains(scalar)
          ? Character(scalar) : "_"
      })
    var base = safe.drop { $0 == "." || $0 == " " }
    // File systems count the bytes.
    while base.utf8.count > 120 { base.removeLast() }
    return base.isEmpty ? "result" : String(base)
  }
}
