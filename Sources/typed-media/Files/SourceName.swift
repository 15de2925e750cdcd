import Foundation

/// The way that generated code names the file that it is from, and how its own file is called.
///
/// Both begin where the plugin's do, after the last folder `schemas` of the path, so that the two
/// make the same files; where there is none, they begin in the folder that was given. The path counts
/// as it was given: where a working copy lies makes no difference.
struct SourceName {
  /// The folders that the name has, and the file.
  private let parts: ArraySlice<String>

  /// Names the file at `inside` of the folder that was given as `folder`, or, without a folder, the
  /// file that was given as `inside`.
  init(_ inside: String, in folder: Folder? = nil) {
    let base = folder?.parts ?? []
    let parts = base + Self.parts(inside)
    let schemas = parts.dropLast().lastIndex(of: "schemas")
    let start = schemas ?? (folder == nil ? parts.count - 1 : base.count - 1)
    self.parts = parts[max(start, 0)...]
  }

  /// A folder that was given, taken apart once for all files in it.
  struct Folder {
    fileprivate let parts: [String]

    init(_ path: String) { parts = SourceName.folderParts(path) }
  }

  /// The file's name in generated code: `schemas/acme/aurora.json`.
  var text: String { parts.joined(separator: "/") }

  /// The name of the Swift file: `acme_aurora.generated.swift`, for a module cannot hold two files of one
  /// name, wherever they are.
  var output: String {
    let name = parts.last ?? ""
    let stem = name.split(separator: ".", omittingEmptySubsequences: false)
    let file = stem.count > 1 ? stem.dropLast().joined(separator: ".") : name
    return (parts.dropFirst().dropLast() + [file]).joined(separator: "_") + ".generated.swift"
  }

  /// The folders of a path; the last of them has a name even where the path does not say it (`.`).
  fileprivate static func folderParts(_ path: String) -> [String] {
    let parts = parts(path)
    guard parts.isEmpty || path.hasSuffix("..") else { return parts }
    return [URL(filePath: path).standardizedFileURL.lastPathComponent]
  }

  /// The names along a path, without `.`, and without what `..` goes back on.
  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").reduce(into: []) { parts, part in
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
  }
}
