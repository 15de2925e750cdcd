import Dispatch
import Foundation
import TypedMedia
import TypedMediaGenerator
import TypedMediaTerminal
import TypedMediaUpdating

/// The command line for people.
@main
package struct TypedMediaTool {
  private static let commands: [any Command.Type] = [
    UpdateCommand.self, DiffCommand.self, WriteCommand.self, ValidateCommand.self,
    ListCommand.self, TableCommand.self, RunCommand.self, ResumeCommand.self, JobsCommand.self,
  ]

  package static func main() {
    // Before anything else opens a file.
    let console = Console()
    Task { exit(await run(Array(CommandLine.arguments.dropFirst()), console).rawValue) }
    dispatchMain()
  }

  /// Does what the words of a command line say.
  ///
  /// - Returns: The exit status.
  package static func run(_ words: [String]) async -> Int32 {
    await run(words, Console()).rawValue
  }

  private static func run(_ words: [String], _ console: Console) async -> ExitStatus {
    do {
      return try await start(words, console)
    } catch let stop as Stop {
      if let message = stop.message { console.complain(message) }
      return stop.status
    } catch let diagnostic as Diagnostic {
      console.complain("\(diagnostic)")
      return .badData
    } catch let failure as GenerationFailure {
      console.complain("\(failure)")
      return .badData
    } catch {
      console.complain("error: \(reason(for: error))")
      return .failure
    }
  }

  private static func start(_ words: [String], _ console: Console) async throws -> ExitStatus {
    guard let name = words.first else { throw misuse("which command?", usage) }
    if let command = commands.first(where: { $0.help.name == name }) {
      return try await start(command, words.dropFirst(), console)
    }
    switch name {
    case "--help", "-h": try console.print(help)
    case "--version": try console.print("typed-media \(TypedMediaVersion.current)")
    default:
      let kind = name.hasPrefix("-") ? "an option" : "a command"
      throw misuse("'\(name)' is not \(kind).", usage)
    }
    return .success
  }

  private static func start(
    _ type: any Command.Type, _ words: ArraySlice<String>, _ console: Console
  ) async throws -> ExitStatus {
    if Arguments.askForHelp(words) {
      try console.print(type.help.text)
      return .success
    }
    let command: any Command
    do {
      command = try type.init(Arguments(words, options: type.help.options))
    } catch {
      throw misuse(error.message, type.help.usage, command: "\(type.help.name) ")
    }
    return try await command.run(console)
  }

  private static func misuse(_ problem: String, _ usage: String, command: String = "") -> Stop {
    Stop(
      message: """
        error: \(problem)
        \(usage)
        'typed-media \(command)--help' says more.
        """,
      status: .usage)
  }

  private static var usage: String {
    "usage: typed-media \(commands.map { $0.help.name }.joined(separator: "|")) …"
  }

  private static var help: String {
    """
    Turns the JSON schemas of AI media models into Swift request types, and makes requests to
    the models.

    \(usage)

    \(Table(rows: commands.map { [$0.help.name, $0.help.summary] }, indentation: 2).text)

      typed-media COMMAND --help   show what a command takes
      typed-media --version        show the version

    What is wrong with a file is printed as 'path:line:column: error: message'. The exit
    status is 0 when all is well, 1 when a file is invalid or not up to date, a model could
    not be fetched, or nothing was made, 64 after a mistake in the command, 65 in a file's
    contents or a request, 66 when a file cannot be read, 69 when a service cannot be asked,
    73 when a file cannot be written, 74 when the results cannot be printed, 78 when there is
    no key or a wrong one, and 130 after Ctrl-C.

    Examples:
    \(commands.compactMap { type in
      type.help.examples.first.map { "  typed-media \(type.help.name) \($0)" }
    }.joined(separator: "\n"))
    """
  }
}
