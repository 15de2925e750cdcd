import Foundation
import Testing
import TypedMediaGeneratorTesting

/// A target with one model, and a recording beside it, in a temporary folder.
struct Workshop: Sendable {
  private let root = FileManager.default.temporaryDirectory
    .appending(path: "Workshop-\(UUID().uuidString)", directoryHint: .isDirectory)

  private var target: URL { root.appending(path: "Clips") }
  private var recording: URL { root.appending(path: "Recorded") }

  init(model: String) throws { try write(model, to: "schemas/aurora.json") }

  func remove() { try? FileManager.default.removeItem(at: root) }

  /// Compares the target's code with the recording.
  func expect(isRecording: Bool = false) throws {
    try TypedMediaGeneratorTesting.expect(
      GeneratedCode(ofTargetAt: target), recordedAt: recording, isRecording: isRecording)
  }

  /// Records the target's code, which fails.
  func record() throws {
    #expect(throws: ExpectationFailure.self) { try expect(isRecording: true) }
  }

  /// Edits the model.
  func replace(_ text: String, with other: String) throws {
    let old = try self.text(of: "schemas/aurora.json")
    #expect(old.contains(text))
    try write(old.replacing(text, with: other), to: "schemas/aurora.json")
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: file(path), encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    let file = file(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: file(path)) }

  private func file(_ path: String) -> URL { target.appending(path: path).standardizedFileURL }
}
