import Foundation

extension SnapshotFolder {
  /// Makes the folder what it should be.
  ///
  /// The stamp comes last. A run that is cut before leaves files that are whole, some of them new, with
  /// the old stamp, whose fingerprint no build looks at; the next run finds that it does not fit.
  func apply(_ update: SnapshotUpdate) throws(UpdateProblem) {
    do {
      try StagedFiles(folder: URL(filePath: path, directoryHint: .isDirectory))
        .write(update.files, removing: update.leftOver)
    } catch {
      throw UpdateProblem(.unwritable, "'\(path)' cannot be written: \(reason(for: error))")
    }
  }
}
