import Foundation
import TypedMediaGenerator

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

  /// The place where an update writes what a target has to say of its requests: beside a folder
  /// `schemas` that had no snapshots, and no `typed-media.json` either. `nil` where nothing is to
  /// be written.
  var settingsFile: URL? {
    let folder = URL(filePath: path).standardizedFileURL
    let file = folder.deletingLastPathComponent().appending(path: Configuration.fileName)
    let own = folder.appending(path: Configuration.fileName)
    let isThere = [file, own].contains { FileManager.default.fileExists(atPath: $0.path) }
    let isFirst = records.isEmpty && folder.lastPathComponent == "schemas"
    return isFirst && !isThere && !catalog.targetSettings.isEmpty ? file : nil
  }

  /// Writes what the target has to say of its requests.
  func writeSettings(to file: URL) throws(UpdateProblem) {
    let text = JSON.object(catalog.targetSettings).text(.indented) + "\n"
    do {
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw UpdateProblem(.unwritable, "'\(file.path)' cannot be written: \(reason(for: error))")
    }
  }
}
