import ArgumentParser
import CallOverhead

/// What the runtime costs: of memory and processor while it follows jobs, and of time for each call.
@main
struct RuntimeBenchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runtime",
    abstract: "Measures what following jobs and making calls cost.",
    subcommands: [Follow.self, Follower.self, Overhead.self, SessionCaller.self])
}
