import FalCore
import Foundation
import HedraCore
import HedraV3Core
import HooxCore
import IndoxHubCore
import ReplicateCore
import TypedMedia
import TypedMediaTerminal
import TypedMediaUpdating

/// A service that the tool knows: it updates its snapshots, makes requests to it, and follows its jobs.
struct KnownService: Sendable {
  /// All of them, each with what a job made and the files in it.
  static let all: [KnownService] = [
    KnownService(HooxClient.self) { GenerationResult($0.object, [try $0.file()]) },
    KnownService(HedraClient.self) { GenerationResult($0.report.object, [try $0.file()]) },
    KnownService(HedraV3Client.self, keyIn: "HEDRA_API_KEY") {
      GenerationResult($0.object, try $0.outputs.filter { $0.url != nil }.map { try $0.file() })
    },
    KnownService(IndoxHubClient.self) {
      GenerationResult($0.object, try $0.results.map { try $0.file() })
    },
    KnownService(
      FalClient.self, keyIn: "FAL_KEY",
      // What a unit costs makes a cost of the units that a result says. It comes without, too.
      preparing: { _ = try? await $0.unitPrices(of: [$1]) },
      reading: { try GenerationResult($0.json) }),
    KnownService(ReplicateClient.self, keyIn: "REPLICATE_API_TOKEN") {
      try GenerationResult($0.json)
    },
  ]

  /// What is particular to its list of models.
  let catalog: ModelCatalog
  /// The variable of the environment that has the key for what costs; `nil` where none is needed.
  let keyVariable: String?
  /// Tells whether it says beforehand what a request costs.
  let saysPrices: Bool
  /// Whether it lists what it was asked for, so that the outcome of a request can be looked up.
  let listsRequests: Bool

  /// Creates an update that asks the service: with the key in the environment, where the service is unless
  /// an address is given, into a folder.
  let update:
    @Sendable (_ environment: [String: String], _ address: URL?, _ folder: String) throws ->
      CatalogUpdate

  /// Creates a client, of the service where it is unless an address is given.
  let connect:
    @Sendable (_ key: APIKey, _ address: URL?, _ configuration: ClientConfiguration) ->
      any RawClient

  /// The service's name on command lines.
  var name: String { catalog.name }

  /// The service's name in ledgers.
  var ledgerName: String { connect(APIKey(""), nil, ClientConfiguration()).serviceName }

  /// Finds the service that a word names.
  static func named(_ name: String) throws(Misuse) -> KnownService {
    if let service = all.first(where: { $0.name == name }) { return service }
    let names = all.map(\.name)
    let known = names.map { "'\($0)'" }.joined(separator: ", ")
    let advice = NearSpelling.advice(for: name, among: names)
    throw Misuse("'\(name)' is not a service that can be asked; those are \(known)\(advice).")
  }

  /// Finds the service that a ledger names.
  static func called(_ name: String) throws(Stop) -> KnownService {
    guard let service = all.first(where: { $0.ledgerName == name }) else {
      throw Stop(
        message:
          "error: the ledger has jobs of '\(name.printable)', a service that is not known here.",
        status: .failure)
    }
    return service
  }

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - client: The service's client.
  ///   - keyVariable: The variable that has the key; that of the catalog by default.
  ///   - prepare: Asks what the client has to know before it follows a job of a model.
  ///   - read: Finds the files in what a job made.
  private init<Client: MediaService & CatalogService>(
    _ client: Client.Type, keyIn keyVariable: String? = nil,
    preparing prepare: @escaping @Sendable (Client, _ model: String) async -> Void = { _, _ in },
    reading read: @escaping @Sendable (Client.Output) throws -> GenerationResult
  ) {
    catalog = client.catalog
    self.keyVariable = keyVariable ?? client.catalog.keyVariable
    saysPrices = client is any PricedService.Type
    listsRequests = client is any SettlingService.Type
    update = { environment, address, folder in
      CatalogUpdate(
        of: try Client(environment: environment, baseURL: address ?? client.defaultURL),
        into: folder)
    }
    connect = { key, address, configuration in
      let client = Client(
        apiKey: key, baseURL: address ?? client.defaultURL, configuration: configuration)
      return ServiceClient(client: client, read: read, prepare: prepare)
    }
  }
}
