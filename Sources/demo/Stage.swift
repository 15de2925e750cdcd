import Foundation
import HooxCore
import TypedMedia

/// Where results go, and what is shown meanwhile.
struct Stage {
  /// The variable of the environment with the key.
  static let keyVariable = "HOOX_API_KEY"

  /// Where results are saved.
  let folder: URL
  /// The key of the service itself; `nil` to play it.
  let key: String?
  private let progress = ProgressDisplay()

  init(folder: URL) {
    self.folder = folder
    let key = ProcessInfo.processInfo.environment[Self.keyVariable] ?? ""
    self.key = key.isEmpty ? nil : key
  }

  /// Tells whether the service is played.
  var isSandbox: Bool { key == nil }

  /// The way to wait in a sandbox, which is faster than the service.
  var sandboxConfiguration: ClientConfiguration {
    ClientConfiguration(
      polling: PollingPolicy(first: .milliseconds(200), longest: .milliseconds(300)))
  }

  /// What is said first.
  var greeting: String {
    isSandbox
      ? """
      Playing Hoox in process: no key, no network, no cost. Set \(Self.keyVariable) to use the service.
      """ : "Using Hoox itself, with the key in \(Self.keyVariable)."
  }

  /// Shows the models that there are types for.
  func show(_ models: [any GenerationRequest.Type], from stamp: SnapshotStamp?) {
    var table = Table(["model", "makes", "frame", "seconds", "resolutions", "Swift type"])
    for type in models {
      let model = HooxModel(type.model)
      let can = model.capabilities
      table.add([
        model.name, model.type?.rawValue ?? "", can.aspectRatios.joined(separator: " "),
        can.durations.compressed, can.resolutions.joined(separator: " "), "\(type)",
      ])
    }
    print(table.text)
    print("\n\(models.count) models\(stamp.map { ": \($0)" } ?? "").")
  }

  /// Says what is made, and, when it costs money, asks.
  ///
  /// - Parameter price: What it costs, such as `10 credits`; `nil` where nobody knows beforehand.
  func announce(_ request: some GenerationRequest, price: String?) throws {
    let model = type(of: request).model
    print("\n\(model.label ?? model.name): \(price ?? "the price is not known beforehand")")
    if !isSandbox { try Confirmation.ask("Spend \(price ?? "credits")?") }
  }

  /// Waits for what a job makes, and shows how far it is.
  func result<Output>(of job: Job<Output>) async throws -> Output {
    for try await status in job.updates {
      progress.show(status, of: job.id)
      switch status.state {
      case .completed(let output): return output
      case .failed(let failure): throw Stop("It failed: \(failure.message)")
      case .waiting, .running, .cancelled: continue
      }
    }
    throw Stop("The job \(job.id) ended without a result.")
  }

  /// Says where a result was saved.
  func show(_ file: URL) { print("  saved \(file.path)") }
}

extension [Int] {
  /// The numbers, of which a row of three or more is shown by its ends: `4–15`, `5 10`.
  fileprivate var compressed: String {
    guard let first, let last, count > 2, last - first == count - 1 else {
      return map(String.init).joined(separator: " ")
    }
    return "\(first)–\(last)"
  }
}
