import Foundation
import TypedMediaGenerator

/// The files of one revision, with symbolic links followed as in a working copy.
struct GitTree {
  private let git: Git
  /// The way that the revision was named.
  private let name: String
  private let entries: [String: Entry]

  private struct Entry {
    let isLink: Bool
    let object: String
  }

  /// Lists a revision's files.
  ///
  /// - Throws: ``Stop`` when git refuses.
  init(_ git: Git, named name: String) throws(Stop) {
    (self.git, self.name) = (git, name)
    var entries: [String: Entry] = [:]
    // Each is `mode type object<tab>path`.
    for line in try git.listing().split(separator: "\0") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      let words = parts.first?.split(separator: " ") ?? []
      guard parts.count == 2, words.count == 3 else { continue }
      entries[String(parts[1])] = Entry(isLink: words[0] == "120000", object: String(words[2]))
    }
    self.entries = entries
  }

  /// The JSON files at a path of the repository, which may be a file or a folder; hidden ones are left
  /// alone.
  func jsonFiles(at path: String) throws(Stop) -> [SourceFile] {
    var seen: Set<String> = []
    return try files(at: path, shownAs: path, seen: &seen).map { shown, object throws(Stop) in
      SourceFile(
        path: "\(name):\(shown)", name: SourceName(shown).text,
        data: try git.contents(of: object))
    }
  }

  /// The names in a folder, sorted.
  func names(in folder: String) throws(Stop) -> [String] {
    let prefix = try real(folder).map { $0.isEmpty ? "" : "\($0)/" } ?? ""
    let names = entries.keys.filter { $0.hasPrefix(prefix) }.compactMap {
      $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init)
    }
    return Set(names).sorted()
  }

  /// Tells whether there is a file or folder at a path.
  func has(_ path: String) throws(Stop) -> Bool {
    guard let real = try real(path) else { return false }
    return real.isEmpty || entries[real] != nil
      || entries.keys.contains { $0.hasPrefix("\(real)/") }
  }

  private func files(
    at path: String, shownAs shown: String, seen: inout Set<String>
  ) throws(Stop) -> [(shown: String, object: String)] {
    guard let real = try real(path), seen.insert(real).inserted else { return [] }
    if let entry = entries[real] { return shown.hasSuffix(".json") ? [(shown, entry.object)] : [] }
    var files: [(shown: String, object: String)] = []
    for name in try names(in: real) where !name.hasPrefix(".") {
      files += try self.files(
        at: real.isEmpty ? name : "\(real)/\(name)",
        shownAs: shown.isEmpty ? name : "\(shown)/\(name)",
        seen: &seen)
    }
    return files
  }

  /// The place where a path leads when links are followed; `nil` when that is out of the
  /// repository, or in a circle.
  private func real(_ path: String) throws(Stop) -> String? {
    var (rest, parts, links) = (path.split(separator: "/").map(String.init)[...], [String](), 0)
    while let part = rest.popFirst() {
      if part == "." { continue }
      guard part != ".." else {
        guard parts.popLast() != nil else { return nil }
        continue
      }
      parts.append(part)
      guard let entry = entries[parts.joined(separator: "/")], entry.isLink else { continue }
      links += 1
      let target = String(decoding: try git.contents(of: entry.object), as: UTF8.self)
      guard links < 32, !target.hasPrefix("/") else { return nil }
      parts.removeLast()
      rest = target.split(separator: "/").map(String.init) + rest
    }
    return parts.joined(separator: "/")
  }
}
