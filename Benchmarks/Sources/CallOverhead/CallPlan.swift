public import ArgumentParser

/// The calls that are made to be measured.
public struct CallPlan: ParsableArguments {
  @Option(help: "How many rounds.")
  var rounds = 15

  @Option(help: "How many calls a round.")
  var calls = 2_000

  @Option(help: "How many calls are under way at once.")
  var atOnce = 1

  @Flag(help: "Make calls that spend, with a body of JSON, in place of those that ask.")
  var spending = false

  /// Creates a plan, as the parser does.
  public init() {}

  /// The plan as the words that it is read from.
  var arguments: [String] {
    ["--rounds", "\(rounds)", "--calls", "\(calls)", "--at-once", "\(atOnce)"]
      + (spending ? ["--spending"] : [])
  }
}
