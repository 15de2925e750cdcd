import Foundation
import TypedMediaGeneratorTesting

extension Compiler {
  /// Type-checks `file` as a program.
  ///
  /// - Parameter isVerifying: Whether the errors have to be exactly those that the file expects; the
  ///   status is then 0 when they are.
  func typecheck(_ file: URL, verifying isVerifying: Bool) throws -> Outcome {
    guard isVerifying else { return try typecheck([file]) }
    // A note such as "declared here" points into generated code, which expects nothing. Compilers
    // that do not know the option do not complain of such notes.
    let ignoring = "-verify-ignore-unrelated"
    let isKnown = try run(["-frontend", "-help-hidden"]).output.contains(ignoring)
    return try typecheck(
      [file], ["-Xfrontend", "-verify"] + (isKnown ? ["-Xfrontend", ignoring] : []))
  }

  /// Type-checks `files` as one module.
  func typecheck(library files: [URL]) throws -> Outcome {
    try typecheck(files, ["-parse-as-library", "-suppress-warnings"])
  }
}
