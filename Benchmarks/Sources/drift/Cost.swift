import ArgumentParser
import Foundation
import TypedMediaGenerator
import TypedMediaSchema
import Workbench

/// Compares what `typed-media` costs with what another build of it costs, by turns.
struct Cost: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares what two builds of typed-media cost: processor time and memory, by turns.",
    discussion: """
      Both compare the models with the same after edits, and update a folder of snapshots from answers \
      that were saved: one that is empty, one that has the models already, and one that has them before \
      the edits. The processor time is that of all threads, and the peak that of the whole process.
      """)

  @Option(help: "The program of the other build.")
  var other: String

  @Option(help: "The program of this build; the one beside this program by default.")
  var program: String?

  @Option(help: "How many models.")
  var models = 5_000

  @Option(help: "How many of them get an edit.")
  var edits = 200

  @Option(help: "How often each is measured.")
  var runs = 5

  func run() throws {
    let folder = try Repository.scratch("cost")
    defer { try? FileManager.default.removeItem(at: folder) }
    // A child begins with the peak of its parent, which is to be small.
    let made = try Measured.successfully(
      CommandLine.arguments[0],
      ["keep", folder.path, "--models", "\(models)", "--edits", "\(edits)"])
    guard made.output.isEmpty else { return print(made.output, terminator: "") }
    let ours =
      program
      ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("typed-media").path
    var rows: [(Task, ours: [Spent], other: [Spent])] = Task.allCases.map { ($0, [], []) }
    for _ in 0..<runs {
      for index in rows.indices {
        rows[index].ours.append(try rows[index].0.spent(by: ours, in: folder))
        rows[index].other.append(try rows[index].0.spent(by: other, in: folder))
      }
    }
    var table = Table("\(models) models", "this build", "the other", "ratio", "spread")
    for (task, ours, other) in rows {
      Self.add("\(task.rawValue), s", ours.map(\.seconds), other.map(\.seconds), to: &table)
      Self.add("… peak, MB", ours.map(\.megabytes), other.map(\.megabytes), to: &table)
    }
    print(table)
  }

  private static func add(
    _ title: String, _ ours: [Double], _ other: [Double], to table: inout Table
  ) {
    let ratios = zip(ours, other).map { $0 / $1 }
    table.add(
      title, text(ours.median), text(other.median), text(ratios.median),
      "\(text(ratios.min() ?? 0)) to \(text(ratios.max() ?? 0))")
  }

  private static func text(_ value: Double) -> String { String(format: "%.2f", value) }

  /// What a run has used.
  private struct Spent {
    let seconds: Double
    let megabytes: Double
  }

  /// What is measured.
  private enum Task: String, CaseIterable {
    case diff
    case new = "update of a new folder"
    case same = "update that finds nothing new"
    case edited = "update with edits"

    /// What a run costs that does it.
    func spent(by program: String, in folder: URL) throws -> Spent {
      let target = folder.appendingPathComponent("target")
      defer { try? FileManager.default.removeItem(at: target) }
      let update = ["update", "hoox", "--output", target.path, "--from"]
      let answers = ["before", "after"].map { folder.appendingPathComponent("\($0).answer").path }
      switch self {
      case .diff:
        let sides = ["before", "after"].map { folder.appendingPathComponent($0).path }
        return try spent(program, ["diff"] + sides, endsWith: 1)
      case .new: return try spent(program, update + [answers[0]])
      case .same, .edited:
        _ = try spent(program, update + [answers[0]])
        return try spent(program, update + [answers[self == .same ? 0 : 1]])
      }
    }

    private func spent(
      _ program: String, _ arguments: [String], endsWith status: Int32 = 0
    ) throws -> Spent {
      let run = try Measured.successfully(program, arguments, endingWith: status)
      return Spent(
        seconds: run.ending.processorSeconds, megabytes: Double(run.ending.peakMemory) / 1e6)
    }
  }
}

/// Writes both sets of models, as folders and as answers of a service.
struct Keep: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Writes the models before and after the edits, as folders and as answers of a service.")

  @Argument(help: "The folder to write to.")
  var folder: String

  @OptionGroup
  var models: ModelSet.Options

  func run() throws {
    guard let set = try models.set() else { return }
    let folder = URL(fileURLWithPath: folder)
    for (side, records) in [("before", set.before), ("after", set.after)] {
      let models = folder.appendingPathComponent(side)
      try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
      for file in ModelSet.files(records) {
        try file.data.write(to: models.appendingPathComponent(file.path))
      }
      let answer = JSON.array(records.sorted { $0.key < $1.key }.map(\.value))
      try answer.data().write(to: folder.appendingPathComponent("\(side).answer"))
    }
  }
}
