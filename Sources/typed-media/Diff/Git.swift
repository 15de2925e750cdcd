import Foundation
import TypedMediaUpdating

/// Asks git for what it has. Nothing is written.
struct Git {
  /// Which revision of which repository.
  let revision: String

  /// Finds a revision.
  ///
  /// - Throws: ``Stop`` when there is no such revision here, no repository, or no git.
  init(revision: String) throws(Stop) {
    let (status, output, complaint) = try Self.run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}",
    ])
    guard status == 0 else {
      let why = complaint.isEmpty ? "" : " (\(complaint))"
      throw Stop(
        message: "error: '\(revision)' is no file, no folder, and no revision in git\(why).",
        status: .noInput)
    }
    self.revision = Self.line(of: output)
  }

  /// The place where the current folder is in the repository: empty, or such as `packages/clips/`.
  func currentFolder() throws(Stop) -> String {
    Self.line(of: try ask("rev-parse", "--show-prefix"))
  }

  /// The place where the repository is on disk.
  func topFolder() throws(Stop) -> String { Self.line(of: try ask("rev-parse", "--show-toplevel")) }

  /// All files of the revision, as `ls-tree` lists them.
  func listing() throws(Stop) -> String {
    String(decoding: try ask("ls-tree", "-r", "-z", "--full-tree", revision), as: UTF8.self)
  }

  /// The contents of a file, by the name that git has for them.
  func contents(of object: String) throws(Stop) -> Data { try ask("cat-file", "blob", object) }

  private func ask(_ arguments: String...) throws(Stop) -> Data {
    let (status, output, complaint) = try Self.run(arguments)
    guard status == 0 else {
      throw Stop(
        message: "error: git \(arguments.first ?? "") failed: \(complaint)", status: .noInput)
    }
    return output
  }

  private static func line(of output: Data) -> String {
    String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  private static func run(
    _ arguments: [String]
  ) throws(Stop) -> (status: Int32, output: Data, complaint: String) {
    #if os(macOS) || os(Linux)
      let process = Process()
      let (output, errors) = (Pipe(), Pipe())
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["git"] + arguments
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = errors
      do {
        try process.run()
        let result = try output.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, result, line(of: complaint))
      } catch {
        throw Stop(message: "error: git cannot be run: \(reason(for: error))", status: .noInput)
      }
    #else
      throw Stop(message: "error: there is no git on this system.", status: .noInput)
    #endif
  }
}
