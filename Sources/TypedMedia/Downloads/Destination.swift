import Foundation

/// The place where a download is to go.
struct Destination {
  let folder: URL
  /// The file's name without extension.
  let name: String
  /// Tells whether a file that is there is to be replaced.
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

  /// Does `work` on the disk.
  ///
  /// - Throws: ``MediaError``, which says of what goes wrong there in which folder it did.
  func writing<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as MediaError {
      throw error
    } catch {
      throw MediaError(
        .notSaved, "The result could not be saved in \(folder.path): \(error.localizedDescription)",
        underlyingError: error)
    }
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
