import Foundation

/// Why a program did not begin.
public struct Misuse: Error, CustomStringConvertible {
  /// What is wrong, for people.
  public let description: String

  /// Creates a reason.
  public init(_ description: String) { self.description = description }
}

/// Runs a program. What goes wrong is said, and ends it: with status 64 where it was called wrongly, else
/// with 1.
public func runProgram(_ body: @Sendable () async throws -> Void) async {
  do {
    try await body()
  } catch let misuse as Misuse {
    stop("\(misuse)", status: 64)
  } catch {
    stop("The server stopped. \(error)", status: 1)
  }
}

private func stop(_ message: String, status: Int32) {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(status)
}
