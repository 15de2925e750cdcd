public import ArgumentParser
import Foundation
import LoopbackServer
import TypedMedia
import Workbench

/// The command that makes the same call with the runtime and with a bare transport, in turn.
///
/// The calls are made by a process of their own, the command `caller` of the same program, so that the
/// server's part is in neither of the two.
public struct Overhead: AsyncParsableCommand {
  /// The command's words.
  public static let configuration = CommandConfiguration(
    abstract: "Compares a call with the same call on the bare transport, over loopback.")

  @OptionGroup var plan: CallPlan

  @Flag(help: "Print the microseconds of each round as JSON.")
  var json = false

  /// Creates the command, as the parser does.
  public init() {}

  /// Answers the calls, and prints what they took.
  public func run() async throws {
    let server = try LoopbackServer(remembersRequests: false) { _ in
      [
        .answer(
          200, ["Content-Type": "application/json"],
          body: #"{"id": "job-1", "status": "running", "progress": 0.25}"#)
      ]
    }
    let run = try Measured.successfully(
      CommandLine.arguments[0],
      ["caller", "--address", try server.url().absoluteString] + plan.arguments)
    guard !json else { return print(run.output) }
    let rounds = try JSON(parsing: run.output).array ?? []
    let ours = rounds.compactMap { $0[0]?.double }
    let bare = rounds.compactMap { $0[1]?.double }
    var table = Table("one call over loopback, processor time of the client", "median")
    table.add("TypedMedia", String(format: "%.1f µs", ours.median))
    table.add("bare transport and JSONDecoder", String(format: "%.1f µs", bare.median))
    table.add(
      "ratio (at most 1.15)", String(format: "%.2f", zip(ours, bare).map { $0 / $1 }.median))
    print(table)
  }
}
