package import Foundation

/// Expects that a target's snapshots become the code that is recorded in the repository.
///
/// ```swift
/// @Test func theCodeOfClipsIsAsRecorded() throws {
///   try expectGeneratedCode(ofTargetAt: "../../Sources/Clips", recordedAt: "../Recorded/Clips")
/// }
/// ```
///
/// With `RECORD=1` in the environment the code is recorded anew, and the test fails all the same, so that
/// a run that records is never mistaken for one that passes. The folder belongs outside of every target's,
/// or among what a target excludes: it has Swift files, which are not meant for the compiler.
///
/// - Parameters:
///   - target: The target's folder, with its `schemas` and `typed-media.json`; a relative path is one
///     from the folder of the test's file.
///   - folder: The folder with the recorded code; the same holds for its path.
///   - module: The module's name; by default it is called like the target's folder.
///   - file: The test's file.
/// - Throws: ``ExpectationFailure`` with the declarations that came, went and changed, and then the lines;
///   or with what is wrong with the snapshots.
public func expectGeneratedCode(
  ofTargetAt target: String, recordedAt folder: String, module: String? = nil,
  file: String = #filePath
) throws {
  let base = URL(filePath: file).deletingLastPathComponent()
  let code = try GeneratedCode(
    ofTargetAt: URL(filePath: target, relativeTo: base).standardizedFileURL, module: module)
  try expect(
    code, recordedAt: URL(filePath: folder, relativeTo: base).standardizedFileURL,
    isRecording: Recording.isAskedFor)
}

/// Expects that `code` is the code that is recorded in the repository.
///
/// This is for code that no target's folder says how to make. It records like
/// ``expectGeneratedCode(ofTargetAt:recordedAt:module:file:)``.
///
/// - Parameters:
///   - code: The code.
///   - folder: The folder with the recorded code; a relative path is one from the folder of the test's
///     file.
///   - file: The test's file.
/// - Throws: ``ExpectationFailure`` with the declarations that came, went and changed, and then the lines.
public func expectGeneratedCode(
  _ code: GeneratedCode, recordedAt folder: String, file: String = #filePath
) throws {
  let base = URL(filePath: file).deletingLastPathComponent()
  try expect(
    code, recordedAt: URL(filePath: folder, relativeTo: base).standardizedFileURL,
    isRecording: Recording.isAskedFor)
}

/// Compares `code` with what is recorded, or records it.
package func expect(_ code: GeneratedCode, recordedAt folder: URL, isRecording: Bool) throws {
  let recording = Recording(folder: folder)
  let recorded = try recording.code(besides: code.files.keys)
  let comparison = CodeComparison(from: recorded ?? GeneratedCode(files: [:]), to: code)
  if isRecording {
    try recording.record(code)
    throw ExpectationFailure(
      """
      Recorded \(code.files.count) files at \(folder.path). Read the difference, then run again without \
      RECORD.
      \(comparison)
      """)
  }
  guard recorded != nil else {
    throw ExpectationFailure(
      "There is no recorded code at \(folder.path). Run the tests with RECORD=1 to record it.")
  }
  guard comparison.isEmpty else {
    throw ExpectationFailure(
      """
      The code is not as it is recorded at \(folder.path). Run the tests with RECORD=1 to record it anew.
      \(comparison)
      """)
  }
}
