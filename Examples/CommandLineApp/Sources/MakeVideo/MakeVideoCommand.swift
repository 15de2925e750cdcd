public import ArgumentParser
import Fal
import Foundation
import Hoox

/// The command line.
public struct MakeVideoCommand: AsyncParsableCommand {
  /// The services that the app knows; the first is the usual one.
  static let services: [any VideoService.Type] = [HooxClient.self, FalClient.self]

  /// What `--help` says.
  public static let configuration = CommandConfiguration(
    commandName: "make-video",
    abstract: "Makes a video from words, after saying what it costs.",
    discussion: """
      The keys are in the environment: \
      \(services.map { "\($0.keyVariable) for \($0.commandName)" }.joined(separator: ", ")). A run that was \
      interrupted loses nothing: the next one with the same --output finishes what was paid for, also \
      without a prompt.
      """)

  @Argument(help: "What the video shows.")
  var prompt: String?
  @Option(help: "Who makes it: \(services.map { $0.commandName }.joined(separator: " or ")).")
  var service = services[0].commandName
  @Option(
    help: """
      The model. \
      \(services.map { "\($0.commandName): \($0.modelNames.joined(separator: ", "))." }
        .joined(separator: " "))
      """)
  var model: String?
  @Option(help: "The length, in seconds.")
  var duration: Int?
  @Option(help: "The shape of the frame, such as 16:9.")
  var aspectRatio: String?
  @Option(
    help: "The most that it may cost, where the service says that beforehand.",
    transform: Self.amount)
  var maxCost: Decimal?
  @Option(help: "The folder to save to, which also keeps the jobs.", completion: .directory)
  var output = "."
  @Flag(help: "Play the service in process: no key, no network, no cost.")
  var sandbox = false
  @Flag(help: "Spend without asking.")
  var yes = false
  @Option(help: "Another address of the service.", transform: Self.url)
  var baseURL: URL?
  @Option(
    help: "Forget a request of which nobody knows whether it was accepted.", transform: Self.id)
  var abandon: UUID?

  /// Creates a command to be parsed.
  public init() {}

  /// Refuses what the model does not take, before anything else happens.
  public func validate() throws { _ = try request(to: chosenService()) }

  /// Finishes what was left, and makes what is asked for.
  public func run() async throws {
    let chosen = try chosenService()
    // What is played in process ends with it, and leaves nothing to come back for.
    if sandbox { return try await play(chosen) }
    guard Self.key(of: chosen) != nil else {
      throw ValidationError("There is no key: set \(chosen.keyVariable), or play with --sandbox.")
    }
    let ledger = try FileLedger(at: folder.appending(path: ".make-video.jsonl"))
    if let abandon {
      for service in Self.services { try await forget(abandon, at: service, ledger) }
    }
    for service in Self.services { try await resume(service, ledger) }
    try await make(with: chosen, ledger)
  }

  /// The service that is asked for.
  private func chosenService() throws -> any VideoService.Type {
    guard let service = Self.services.first(where: { $0.commandName == self.service }) else {
      let names = Self.services.map { $0.commandName }.joined(separator: " and ")
      throw ValidationError("'\(service)' is not a service; there are \(names).")
    }
    return service
  }

  /// What is asked for, in the service's own types, and the model's name; `nil` where nothing new is.
  ///
  /// - Throws: `ValidationError`, with what there is instead.
  func request<Service: VideoService>(
    to service: Service.Type
  ) throws -> (request: Service.VideoRequest, model: String)? {
    let name = model ?? service.modelNames[0]
    guard let model = Service.VideoModel(rawValue: name) else {
      let names = service.modelNames.joined(separator: ", ")
      throw ValidationError("\(service.commandName) has no '\(name)' here; there are \(names).")
    }
    guard let prompt else { return nil }
    let wish = VideoWish(prompt: prompt, duration: duration, aspectRatio: aspectRatio)
    do {
      return (try service.request(for: wish, to: model), name)
    } catch let problem as UnfitWish {
      throw ValidationError("\(problem)")
    } catch let problem as MediaError {
      throw ValidationError("\(problem)")
    }
  }

  private func play<Service: VideoService>(_ service: Service.Type) async throws {
    guard let (request, model) = try request(to: service) else { return }
    try await maker(service.played())
      .make(request, by: model, costingAtMost: maxCost, isAgreed: yes)
  }

  private func forget<Service: VideoService>(
    _ submission: UUID, at service: Service.Type, _ ledger: FileLedger
  ) async throws {
    try await maker(client(of: service, ledger)).abandon(submission)
  }

  /// Finishes what earlier runs left at a service, whichever this run is about.
  private func resume<Service: VideoService>(
    _ service: Service.Type, _ ledger: FileLedger
  ) async throws {
    let client = client(of: service, ledger)
    guard Self.key(of: service) != nil else {
      let count = try await client.recover().jobs.count
      guard count > 0 else { return }
      return Console.terminal.say(
        "\(count) paid at \(service.commandName) can be finished: set \(service.keyVariable).")
    }
    try await maker(client).resume()
  }

  private func make<Service: VideoService>(
    with service: Service.Type, _ ledger: FileLedger
  ) async throws {
    guard let (request, model) = try request(to: service) else { return }
    try await maker(client(of: service, ledger))
      .make(request, by: model, costingAtMost: maxCost, isAgreed: yes)
  }

  /// A client; without a key, one that can be asked for nothing but what the ledger has.
  private func client<Service: VideoService>(
    of service: Service.Type, _ ledger: FileLedger
  ) -> Service {
    let isChosen = service.commandName == self.service
    return Service(
      apiKey: Self.key(of: service) ?? APIKey(""),
      baseURL: (isChosen ? baseURL : nil) ?? service.defaultURL,
      configuration: ClientConfiguration(ledger: ledger))
  }

  private func maker<Service: VideoService>(_ client: Service) -> VideoMaker<Service> {
    VideoMaker(client, savingIn: folder, console: .terminal)
  }

  private static func key(of service: any VideoService.Type) -> APIKey? {
    let key = ProcessInfo.processInfo.environment[service.keyVariable] ?? ""
    return key.isEmpty ? nil : APIKey(key)
  }

  private var folder: URL { URL(filePath: output, directoryHint: .isDirectory) }

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

  private static func amount(_ text: String) throws -> Decimal {
    guard let amount = (try? JSON(parsing: text))?.decimal, amount >= 0 else {
      throw ValidationError("'\(text)' is not an amount.")
    }
    return amount
  }
}
