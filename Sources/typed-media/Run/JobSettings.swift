import Foundation
import TypedMedia
import TypedMediaTerminal
import TypedMediaUpdating

/// What the commands that follow jobs have in common.
struct JobSettings: Sendable {
  static let output = Option(
    name: "output", placeholder: "DIR", summary: "the folder for the results; . by default")
  static let json = Option(
    name: "json", summary: "print what the service answered, in place of the files' paths")
  static let ledger = Option(
    name: "ledger", placeholder: "FILE",
    summary: "where jobs are kept, if not where they always are")
  static let address = Option(
    name: "base-url", placeholder: "URL", summary: "where the service is, if not where it always is"
  )

  static let all = [output, json, ledger, address]

  /// The folder for the results.
  let folder: URL
  /// Tells whether the answers are printed in place of the files' paths.
  let printsJSON: Bool
  /// The ledger that was named; `nil` for that of whoever runs the tool.
  let ledgerPath: String?
  /// The place where the service is, if not where it always is.
  let address: URL?

  init(_ arguments: Arguments) throws(Misuse) {
    folder = URL(filePath: arguments[Self.output] ?? ".", directoryHint: .isDirectory)
    printsJSON = arguments.contains(Self.json)
    ledgerPath = arguments[Self.ledger]
    address = try Self.address(in: arguments)
  }

  /// The address that `arguments` give.
  static func address(in arguments: Arguments) throws(Misuse) -> URL? {
    guard let text = arguments[address] else { return nil }
    guard let url = URL(string: text), url.host != nil else {
      throw Misuse("--base-url needs an address such as https://example.com/api.")
    }
    return url
  }

  /// The command that comes back to jobs, or to all that are open.
  func resumeCommand(_ ids: [String] = []) -> String { command(["resume"] + ids) }

  /// The command that finds out what became of a request.
  func settleCommand(_ id: String) -> String { command(["jobs", "settle", id]) }

  private func command(_ words: [String]) -> String {
    var words = ["typed-media"] + words.map(Self.quoted)
    if let ledgerPath { words += ["--ledger", Self.quoted(ledgerPath)] }
    if let address { words += ["--base-url", Self.quoted(address.absoluteString)] }
    return words.joined(separator: " ")
  }

  /// Opens the ledger.
  ///
  /// - Throws: ``Stop`` where it cannot be opened, as while another process has it.
  func openLedger() throws(Stop) -> FileLedger {
    do {
      return try FileLedger(at: LedgerLocation.file(named: ledgerPath))
    } catch {
      throw Stop(
        message: """
          error: \("\(error)".printable) Nothing was sent. If another run has it, wait for its end; \
          --ledger FILE keeps these jobs elsewhere.
          """, status: .cannotCreate)
    }
  }

  /// Makes sure that results can be saved, before they cost anything.
  func prepareFolder() throws(Stop) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Stop(
        message: "error: '\(folder.path)' cannot be made: \(reason(for: error)). Nothing was sent.",
        status: .cannotCreate)
    }
    guard FileManager.default.isWritableFile(atPath: folder.path) else {
      throw Stop(
        message: "error: nothing can be written to '\(folder.path)'. Nothing was sent.",
        status: .cannotCreate)
    }
  }

  /// Connects to a service, with the key in the environment.
  ///
  /// - Parameter ledger: Where its jobs are kept; `nil` to ask for models alone.
  /// - Throws: ``Stop`` where there is no key, and one is needed.
  func connect(
    to service: KnownService, keeping ledger: FileLedger?
  ) throws(Stop) -> any RawClient {
    let key = service.keyVariable.map { ProcessInfo.processInfo.environment[$0] ?? "" }
    let needsKey = ledger != nil || service.catalog.keyVariable != nil
    guard key != "" || !needsKey else {
      throw Stop(
        message: """
          error: there is no key for \(service.name): set \(service.keyVariable ?? "it") in the \
          environment. Nothing was sent.
          """, status: .notConfigured)
    }
    return service.connect(APIKey(key ?? ""), address, ClientConfiguration(ledger: ledger))
  }

  /// A word as a shell takes it for one.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:@%+,".contains($0) }
    return isPlain ? word : "'" + word.replacingOccurrences(of: "'", with: #"'\''"#) + "'"
  }
}
