public import ArgumentParser
import Foundation
import Hoox
import HooxSandbox

/// The command line.
public struct MakeVideoCommand: AsyncParsableCommand {
  /// What `--help` says.
  public static let configuration = CommandConfiguration(
    commandName: "make-video",
    abstract: "Makes a video from words, after saying what it costs.",
    discussion: """
      The key is in HOOX_API_KEY. A run that was interrupted loses nothing: the next one with the same \
      --output finishes what was paid for, also without a prompt.
      """)

  @Argument(help: "What the video shows.")
  var prompt: String?
  @Option(help: "The model.")
  var model = VideoModel.veo3_1
  @Option(help: "The length, in seconds.")
  var duration: Int?
  @Option(help: "The shape of the frame, such as 16:9.")
  var aspectRatio: String?
  @Option(help: "The folder to save to, which also keeps the jobs.", completion: .directory)
  var output = "."
  @Flag(help: "Play the service in process: no key, no network, no cost.")
  var sandbox = false
  @Flag(help: "Spend without asking.")
  var yes = false
  @Option(help: "Another address of the service.", transform: Self.url)
  var baseURL = HooxClient.defaultURL
  @Option(
    help: "Forget a request of which nobody knows whether it was accepted.", transform: Self.id)
  var abandon: UUID?

  /// Creates a command to be parsed.
  public init() {}

  /// Refuses what the model does not take, before anything else happens.
  public func validate() throws { _ = try request() }

  /// Finishes what was left, and makes what is asked for.
  public func run() async throws {
    let folder = URL(filePath: output, directoryHint: .isDirectory)
    let maker = VideoMaker(try client(savingIn: folder), savingIn: folder, console: .terminal)
    if let abandon { try await maker.abandon(abandon) }
    try await maker.resume()
    if let request = try request() { try await maker.make(request, isAgreed: yes) }
  }

  /// What is asked for; `nil` where nothing new is.
  func request() throws -> (any HooxRequest)? {
    guard let prompt else { return nil }
    return try model.request(
      for: VideoWish(prompt: prompt, duration: duration, aspectRatio: aspectRatio))
  }

  private func client(savingIn folder: URL) throws -> HooxClient {
    // What is played in process ends with it, and leaves nothing to come back for.
    guard !sandbox else {
      return HooxSandbox(pace: .init(pending: .seconds(1), generating: .seconds(3))).client()
    }
    guard let key = ProcessInfo.processInfo.environment["HOOX_API_KEY"], !key.isEmpty else {
      throw ValidationError("There is no key: set HOOX_API_KEY, or play with --sandbox.")
    }
    let ledger = try FileLedger(at: folder.appending(path: ".make-video.jsonl"))
    return HooxClient(
      apiKey: APIKey(key), baseURL: baseURL, configuration: ClientConfiguration(ledger: ledger))
  }

  private static func url(_ text: String) throws -> URL {
    guard let url = URL(string: text), url.host != nil else {
      throw ValidationError("'\(text)' is not an address.")
    }
    return url
  }

  private static func id(_ text: String) throws -> UUID {
    guard let id = UUID(uuidString: text) else { throw ValidationError("'\(text)' is not an ID.") }
    return id
  }
}
