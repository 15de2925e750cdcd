import Foundation
import TypedMedia
import Workbench

/// What the service and the ledger say of the same submissions, and whether they agree.
struct Verdict {
  let submissions: [LedgerSubmission]
  let accepted: [(number: Int, id: String)]
  /// Whether what is unknown has been settled by sending it again.
  let isDeduplicated: Bool
  /// How many files have the key in them.
  let leaks: Int

  var known: Int { submissions.filter { $0.state == .accepted }.count }
  var unknown: Int { submissions.filter(\.isUnsettled).count }
  var open: Int { submissions.flatMap(\.openJobs).count }

  /// The numbers that the service accepted more than once.
  var twice: Int { accepted.count - Set(accepted.map(\.number)).count }

  /// The accepted jobs that the ledger knows neither by their ID nor as unknown.
  var lost: Int {
    let ids = Set(submissions.flatMap(\.jobs).map(\.id))
    let numbers = Set(submissions.filter(\.isUnsettled).compactMap(\.number))
    return accepted.filter { !ids.contains($0.id) && !numbers.contains($0.number) }.count
  }

  /// The jobs that the ledger has and the service has not.
  var invented: Int {
    Set(submissions.flatMap(\.jobs).map(\.id)).subtracting(accepted.map(\.id)).count
  }

  var isGood: Bool {
    twice == 0 && lost == 0 && invented == 0 && leaks == 0 && !(isDeduplicated && unknown > 0)
  }

  var table: Table {
    var table = Table("what", "count")
    table.add("jobs that the service accepted", "\(accepted.count)")
    table.add("known to the ledger by their ID", "\(known)")
    table.add("marked unknown, accepted or not", "\(unknown)")
    table.add("accepted twice", "\(twice)")
    table.add("accepted, but neither known nor marked", "\(lost)")
    table.add("known, but never accepted", "\(invented)")
    table.add("files with the key in them", "\(leaks)")
    return table
  }

  /// How many of the files below `folder` have `secret` in them, as it is or as others write it.
  static func leaks(of secret: String, in folder: URL) throws -> Int {
    let spellings = [
      secret, secret.replacingOccurrences(of: "/", with: #"\/"#),
      secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret,
    ].map { Data($0.utf8) }
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (files?.compactMap { $0 as? URL } ?? []).filter { file in
      guard !file.hasDirectoryPath else { return false }
      let content = try Data(contentsOf: file)
      return spellings.contains { content.range(of: $0) != nil }
    }.count
  }
}

extension LedgerSubmission {
  /// The number that the submission is about.
  var number: Int? { PlayedService.number(in: intent.body) }
}
