import Foundation

/// The kind of file that a result is, as far as its name shows it.
struct MediaFileType: Hashable {
  /// Without the dot: `mp4`.
  let fileExtension: String

  /// The type that a server states, else the one in the address; `nil` when neither says.
  init?(contentType: String?, url: URL) {
    let stated = contentType?.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    if let known = stated.flatMap({ Self.extensions[$0] }) {
      fileExtension = known
      return
    }
    let inAddress = url.pathExtension.lowercased()
    guard (1...5).contains(inAddress.count),
      inAddress.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return nil }
    fileExtension = inAddress
  }

  /// What to call the content of `file`, going by its name; bytes of no particular kind when that
  /// says nothing.
  static func contentType(of file: URL) -> String {
    let found = file.pathExtension.lowercased()
    if found == "jpeg" { return "image/jpeg" }
    // Of two names for one type, the one without `x-` is registered.
    return extensions.filter { $0.value == found }.keys.min() ?? "application/octet-stream"
  }

  private static let extensions = [
    "audio/mp4": "m4a", "audio/mpeg": "mp3", "audio/ogg": "ogg", "audio/wav": "wav",
    "audio/x-wav": "wav", "image/gif": "gif", "image/jpeg": "jpg", "image/png": "png",
    "image/svg+xml": "svg", "image/webp": "webp", "video/mp4": "mp4", "video/quicktime": "mov",
    "video/webm": "webm",
  ]
}
