import Foundation
import Hoox
import TypedMediaSandbox

/// The main job, end to end: typed requests out, files back.
@main
struct Demo {
  static func main() async {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      if options.showsHelp { return print(Options.help) }
      try await Demo(options).run()
    } catch let stop as Stop {
      FileHandle.standardError.write(Data((stop.message + "\n").utf8))
      exit(stop.status)
    } catch {
      FileHandle.standardError.write(Data("The demo stopped. \(error)\n".utf8))
      exit(1)
    }
  }

  private let hoox: HooxClient
  private let isSandbox: Bool
  private let folder: URL
  private let progress = ProgressDisplay()

  private init(_ options: Options) {
    folder = options.folder
    if let key = ProcessInfo.processInfo.environment["HOOX_API_KEY"], !key.isEmpty {
      hoox = HooxClient(apiKey: APIKey(key))
      isSandbox = false
    } else {
      let sandbox = HooxSandbox(
        credits: 200, pace: .init(pending: .milliseconds(400), generating: .seconds(2)))
      hoox = sandbox.client(
        configuration: ClientConfiguration(
          polling: PollingPolicy(first: .milliseconds(200), longest: .milliseconds(300))))
      isSandbox = true
    }
  }

  private func run() async throws {
    let contents = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    guard contents?.isEmpty ?? true else {
      throw Stop("There is something in \(folder.path) already; name a new or an empty folder.")
    }
    print(
      isSandbox
        ? "Playing Hoox in process: no key, no network, no cost. Set HOOX_API_KEY to use the service.\n"
        : "Using Hoox itself, with the key in HOOX_API_KEY.\n")
    printModels()

    // An image, with a setting that this model alone takes.
    let portrait = GPTImage2(
      prompt: "A red fox in autumn leaves, looking at the camera, soft light.",
      aspectRatio: .ratio16x9,
      resolution: .k1,
      modelSettings: .init(quality: .low)
    )
    let image = try await make(portrait, named: "fox")

    // A video with a reference: the image that was just made.
    let run = Veo3_1(
      prompt: "The fox gets up and runs through the leaves at sunrise.",
      reference: .asset(image.id),
      aspectRatio: .ratio16x9,
      resolution: .p720,
      duration: .seconds4,
      modelSettings: .init(generateAudio: false)
    )
    _ = try await make(run, named: "fox-runs")

    // Slots: an end image without a start image cannot be written.
    let loop = KlingPro(
      prompt: "The camera circles the fox once and comes back.",
      slots: .startImage(.asset(image.id), endImage: .asset(image.id)),
      aspectRatio: .ratio16x9,
      duration: .seconds5
    )
    _ = try await make(loop, named: "fox-loop")
    print("\nAll results are in \(folder.path).")
  }

  /// Asks for the price, submits, follows and saves: what an app does with any request.
  private func make(_ request: some HooxRequest, named name: String) async throws -> HooxAsset {
    let model = type(of: request).model
    let price = try await hoox.price(of: request)
    print("\n\(model.label ?? model.name): \(price.totalCost) \(price.currency ?? "credits")")
    if !isSandbox { try Confirmation.ask("Spend \(price.totalCost) credits?") }
    let submission = try await hoox.submit(request)
    var asset: HooxAsset?
    for try await status in submission.job.updates {
      progress.show(status, of: submission.job.id)
      switch status.state {
      case .completed(let output): asset = output
      case .failed(let failure): throw Stop("It failed: \(failure.message)")
      case .waiting, .running, .cancelled: continue
      }
    }
    guard let asset else { throw Stop("The job \(submission.job.id) ended without a result.") }
    let file = try await hoox.download(asset, to: folder, named: name)
    print("  saved \(file.path)")
    return asset
  }

  private func printModels() {
    var table = Table(["model", "makes", "frame", "seconds", "resolutions", "Swift type"])
    for type in HooxModels.all {
      let model = type.model
      let can = model.capabilities
      table.add([
        model.name, model.type ?? "", can.aspectRatios.joined(separator: " "),
        can.durations.compressed, can.resolutions.joined(separator: " "), "\(type)",
      ])
    }
    print(table.text)
    let stamp = HooxModels.stamp.map { ": \($0)" } ?? ""
    print("\n\(HooxModels.all.count) models\(stamp).")
  }
}

/// Why the demo ends early.
struct Stop: Error {
  var message: String
  var status: Int32 = 1

  init(_ message: String, status: Int32 = 1) {
    self.message = message
    self.status = status
  }
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
