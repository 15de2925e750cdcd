import Foundation
import TypedMediaGenerator

// `swift build` shows what is written to standard error, and takes a non-zero status for a failure.
do {
  let arguments = try Arguments(CommandLine.arguments.dropFirst())
  try Run(arguments).start()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
