import Foundation

/// A program that was run to its end, and what that took.
public struct Measured {
  /// How it ended.
  public var ending: ChildProcess.Ending
  /// How long it took.
  public var seconds: Double
  /// What it wrote, errors too.
  public var output: String

  /// Whether it ended well.
  public var succeeded: Bool { ending.status == .exit(0) }

  /// Runs a program.
  ///
  /// - Parameter limit: How long it may take before it is ended; `nil` for as long as it likes.
  public init(_ program: String, _ arguments: [String], atMost limit: Duration? = nil) throws {
    let log = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: log) }
    let file = try FileHandle(forWritingTo: log)
    defer { try? file.close() }
    let start = ContinuousClock.now
    ending = try ChildProcess(program, arguments, output: file.fileDescriptor)
      .wait(atMost: limit)
    seconds = (ContinuousClock.now - start).seconds
    output = String(decoding: try Data(contentsOf: log), as: UTF8.self)
  }

  /// Runs a program that has to end well.
  ///
  /// - Parameter status: The exit status that is a good end.
  /// - Throws: ``Failure`` when it does not.
  @discardableResult
  public static func successfully(
    _ program: String, _ arguments: [String], endingWith status: Int32 = 0
  ) throws -> Measured {
    let run = try Measured(program, arguments)
    guard run.ending.status == .exit(status) else {
      throw Failure(command: [program] + arguments, status: run.ending.status, output: run.output)
    }
    return run
  }

  /// A program has not ended well.
  public struct Failure: Error, CustomStringConvertible {
    let command: [String]
    let status: ChildProcess.Status
    let output: String

    /// What was run, how it ended and the end of what it wrote.
    public var description: String {
      "\(command.joined(separator: " ").prefix(2000)): \(status)\n\(output.suffix(20_000))"
    }
  }
}

extension Duration {
  /// The duration in seconds.
  public var seconds: Double { self / .seconds(1) }
}

extension [Double] {
  /// The value in the middle, of an even number the lower of the two; zero of none.
  public var median: Double { isEmpty ? 0 : sorted()[(count - 1) / 2] }
}
