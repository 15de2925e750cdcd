import Foundation
import TypedMediaUpdating

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that a command was given, by itself or in a folder.
struct FoundFile {
  /// The path, as far as possible as it was given.
  let path: String
  /// The way that generated code names it.
  let name: SourceName

  /// Finds the files of `paths`, each once: those that are named, and the `*.json` in folders, however
  /// deep. Hidden files and folders are left alone.
  ///
  /// - Throws: ``Stop``, with all that is missing.
  static func all(in paths: [String]) throws(Stop) -> [FoundFile] {
    var search = FileSearch()
    for path in paths { search.add(path) }
    guard search.problems.isEmpty else {
      throw Stop(message: search.problems.joined(separator: "\n"), status: .noInput)
    }
    return search.files
  }
}

/// Goes through files and folders, and collects what is wrong with them.
private struct FileSearch {
  var files: [FoundFile] = []
  var problems: [String] = []
  /// Where one has been, under its real name: a link may lead back, or to what was given before.
  private var seen: Set<String> = []

  mutating func add(_ path: String) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return problems.append("error: there is no '\(path)'.")
    }
    guard isFolder.boolValue else {
      return add(FoundFile(path: path, name: SourceName(path)), at: Self.realPath(path))
    }
    let count = problems.count
    if !addContents(
      of: path, at: Self.realPath(path), in: SourceName.Folder(path), under: ""),
      problems.count == count
    {
      problems.append("error: there is no JSON file in '\(path)'.")
    }
  }

  /// Adds the files of a folder.
  ///
  /// - Parameter real: Where the folder is, whatever links lead to it.
  /// - Returns: Whether there is any, new or not.
  private mutating func addContents(
    of folder: String, at real: String, in root: SourceName.Folder, under prefix: String
  ) -> Bool {
    guard seen.insert(real).inserted else { return true }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      problems.append("error: '\(folder)' cannot be read: \(reason(for: error))")
      return false
    }
    var hasAny = false
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      guard let entry = Entry(at: path) else { continue }
      // To follow a path step by step takes longer than all else that is done for a file.
      let place = entry.isLink ? Self.realPath(path) : "\(real == "/" ? "" : real)/\(name)"
      if entry.isFolder {
        hasAny = addContents(of: path, at: place, in: root, under: "\(prefix)\(name)/") || hasAny
      } else if name.hasSuffix(".json") {
        hasAny = true
        add(FoundFile(path: path, name: SourceName(prefix + name, in: root)), at: place)
      }
    }
    return hasAny
  }

  private mutating func add(_ file: FoundFile, at real: String) {
    if seen.insert(real).inserted { files.append(file) }
  }

  /// What a name in a folder stands for.
  private struct Entry {
    let isFolder: Bool
    let isLink: Bool

    /// Looks up what is at `path`; `nil` where there is nothing, or a link that leads nowhere.
    init?(at path: String) {
      var status = stat()
      guard lstat(path, &status) == 0 else { return nil }
      isLink = status.st_mode & S_IFMT == S_IFLNK
      if isLink, stat(path, &status) != 0 { return nil }
      isFolder = status.st_mode & S_IFMT == S_IFDIR
    }
  }

  private static func realPath(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }
}
