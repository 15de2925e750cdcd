import Foundation

/// The place where a ledger's file is, and how it is taken hold of so that nobody else writes to
/// it.
///
/// The lock is on the file itself, so that no other name of it is a way past: not a link, hard or
/// symbolic, and not a mount. It ends when the file is released, or the process is killed.
struct LedgerPlace {
  /// The file, as the app names it.
  let path: String
  /// The file, behind all links: what takes its place has to be put there.
  let target: String
  private let folder: URL

  /// Makes the folder of `url`, if need be.
  init(_ url: URL) throws {
    guard url.isFileURL else {
      throw MediaError(
        .ledgerUnavailable, "A ledger is kept in a file, and \(url.absoluteString) is not one's.")
    }
    let url = url.standardizedFileURL
    let target = url.resolvingSymlinksInPath()
    path = url.path
    self.target = target.path
    folder = target.deletingLastPathComponent()
    try OpenFile.makeFolder(folder)
  }

  /// Opens the file, made if need be, and locks it.
  func open() throws -> OpenFile {
    for _ in 0..<100 {
      guard
        let file = try OpenFile(at: target) ?? OpenFile(creating: target, called: target)
      else { continue }
      guard try file.lock() else {
        throw MediaError(
          .ledgerUnavailable,
          "\(path) is open already, in this process or another. A ledger has one writer at a time.")
      }
      // Who had locked it before may have put another in its place since it was opened here.
      if try file.status().identity == identity(of: path) { return file }
    }
    throw MediaError(
      .ledgerUnavailable, "\(path) is replaced again and again, and could not be opened.")
  }

  /// Makes sure that who opens the ledger next finds what is written to `file`.
  ///
  /// - Throws: ``MediaError``, where another file is there by now or none, or where somebody else has
  ///   written to it: a ledger has `length` bytes.
  func check(_ file: OpenFile, hasLength length: Int) throws {
    let status = try file.status()
    guard try identity(of: path) == status.identity else {
      throw MediaError(
        .ledgerUnavailable,
        "\(path) was removed, moved or replaced while it was open, so nothing more is written to it. Put it back, or open the ledger anew."
      )
    }
    guard status.size == length else {
      throw MediaError(
        .ledgerUnavailable,
        "\(path) has \(status.size) bytes and not \(length): something else has written to it, so nothing more is. Open the ledger anew."
      )
    }
  }

  private func identity(of path: String) throws -> FileStatus.Identity? {
    try FileStatus(at: path, followingLinks: true)?.identity
  }
}

/// The drafts of what takes the file's place.
extension LedgerPlace {
  /// Makes an empty file beside the ledger's, locked before anybody else can know of it.
  func makeDraft() throws -> (file: OpenFile, path: String) {
    let path = "\(target).\(UUID().uuidString)\(Self.draftSuffix)"
    guard let file = try OpenFile(creating: path, called: target), try file.lock() else {
      throw MediaError(.ledgerUnavailable, "\(path) is somebody else's, and was left as it is.")
    }
    return (file, path)
  }

  /// Puts a draft in the place of the ledger's file. Whenever this is interrupted, there is the one or
  /// the other.
  func put(_ draft: String) throws { try OpenFile.move(draft, to: target) }

  /// Returns when the file's name would survive a crash of the machine; `false` where that cannot be
  /// known.
  @discardableResult
  func synchronize() throws -> Bool { try OpenFile.synchronize(folder: folder.path) }

  /// Removes the drafts that were left where a compaction was interrupted. Only who has locked the
  /// ledger may do so.
  func removeDrafts() {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names ?? [] where isDraft(name) {
      let path = folder.appendingPathComponent(name).path
      guard let file = try? OpenFile(at: path), (try? file.lock()) == true,
        let start = try? file.read(at: 0, upTo: LedgerFormat.header.count),
        start.isEmpty || start == LedgerFormat.header
      else { continue }
      OpenFile.remove(path)
    }
  }

  private func isDraft(_ name: String) -> Bool {
    let start = URL(fileURLWithPath: target).lastPathComponent + "."
    guard name.hasPrefix(start), name.hasSuffix(Self.draftSuffix) else { return false }
    return UUID(uuidString: String(name.dropFirst(start.count).dropLast(Self.draftSuffix.count)))
      != nil
  }

  private static let draftSuffix = ".new"
}
