import Foundation

/// What a person names to be compared.
enum DiffOperand {
  /// A file or a folder.
  case path(String)
  /// A file or a folder as it was at a revision: `v1.2:schemas/hoox`.
  case revisionPath(revision: String, path: String)
  /// A revision: what the other one names, as it was then.
  case revision(String)

  /// What is there on disk is meant; else it is something of git's.
  init(_ word: String) {
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if FileManager.default.fileExists(atPath: word) {
      self = .path(word)
    } else if parts.count == 2 {
      self = .revisionPath(revision: String(parts[0]), path: String(parts[1]))
    } else {
      self = .revision(word)
    }
  }

  /// The snapshots, by their module; those without one have `nil` for its name.
  ///
  /// - Parameter other: What it is compared with.
  /// - Throws: ``Stop`` when something is missing.
  func snapshots(comparedWith other: DiffOperand) throws(Stop) -> [String?: SnapshotSet] {
    switch self {
    case .path(let path): return [nil: try SnapshotSet(at: path)]
    case .revisionPath(let revision, let path):
      let git = try Git(revision: revision)
      return [nil: try set(at: try Self.rooted(path, git), git, revision)]
    case .revision(let revision):
      let git = try Git(revision: revision)
      switch other {
      case .path(let path):
        return [nil: try set(at: try Self.inRepository(path, git), git, revision)]
      case .revisionPath(_, let path):
        return [nil: try set(at: try Self.rooted(path, git), git, revision)]
      case .revision: return try modules(git, revision)
      }
    }
  }

  private func set(at path: String, _ git: Git, _ revision: String) throws(Stop) -> SnapshotSet {
    try SnapshotSet(at: path, in: GitTree(git, named: revision), named: revision)
  }

  /// The snapshots of each target of the package in the current folder: those that have a folder
  /// `schemas` in `Sources`.
  private func modules(_ git: Git, _ revision: String) throws(Stop) -> [String?: SnapshotSet] {
    let tree = try GitTree(git, named: revision)
    let sources = try git.currentFolder() + "Sources"
    var modules: [String?: SnapshotSet] = [:]
    for target in try tree.names(in: sources) {
      let folder = "\(sources)/\(target)"
      guard try tree.has("\(folder)/schemas") else { continue }
      let files = try tree.jsonFiles(at: "\(folder)/schemas")
      modules[ModuleName.ofFolder(named: target)] = SnapshotSet(
        files + (try tree.jsonFiles(at: "\(folder)/typed-media.json")))
    }
    guard !modules.isEmpty else {
      throw Stop(
        message: """
          error: revision '\(revision)' has no folder '\(sources)/*/schemas'; say what to compare, as in \
          '\(revision):schemas'.
          """, status: .noInput)
    }
    return modules
  }

  /// As git has it: a path that begins with a dot starts in the current folder, another one in the
  /// repository's.
  private static func rooted(_ path: String, _ git: Git) throws(Stop) -> String {
    guard path == "." || path.hasPrefix("./") || path.hasPrefix("../") else { return path }
    return try git.currentFolder() + path
  }

  /// The place where a path on disk is in the repository.
  private static func inRepository(_ path: String, _ git: Git) throws(Stop) -> String {
    guard path.hasPrefix("/") else { return try git.currentFolder() + path }
    let top = URL(filePath: try git.topFolder()).resolvingSymlinksInPath().pathComponents
    let parts = URL(filePath: path).resolvingSymlinksInPath().pathComponents
    guard parts.starts(with: top) else {
      throw Stop(
        message: "error: '\(path)' is not in this repository; say which path: REVISION:PATH.",
        status: .noInput)
    }
    return parts.dropFirst(top.count).joined(separator: "/")
  }
}
