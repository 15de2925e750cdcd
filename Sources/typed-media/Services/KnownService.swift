import FalCore
import Foundation
import HedraCore
import HooxCore
import IndoxHubCore
import TypedMedia
import TypedMediaUpdating

/// A service that the tool knows: it updates its snapshots, makes requests to it, and follows its jobs.
struct KnownService: Sendable {
  /// All of them: a line for each.
  static let all: [KnownService] = [
    KnownService(HooxClient.self) { GenerationResult($0.object, [try $0.file()]) },
    KnownService(HedraClient.self) { GenerationResult($0.report.object, [try $0.file()]) },
    KnownService(IndoxHubClient.self) {
      GenerationResult($0.object, try $0.results.map { try $0.file() })
    },
    KnownService(FalClient.self, named: "fal", keyIn: "FAL_KEY") {
      try GenerationResult($0.json)
    } creating: { key, address, configuration in
      FalClient(
        apiKey: key, addresses: address.map(FalAddresses.init(allBelow:)) ?? .standard,
        configuration: configuration)
    },
  ]

  /// Those whose snapshots can be updated.
  static let updatable = all.filter { $0.models != nil }

  /// The service's name on command lines.
  let name: String
  /// The variable of the environment that has the key; `nil` where none is needed.
  let keyVariable: String?
  /// Whether it says beforehand what a request costs.
  let saysPrices: Bool
  /// Its list of models; `nil` where it has none that can be asked for.
  let models: KnownModels?

  /// Creates a client, of the service where it is unless an address is given.
  let connect:
    @Sendable (_ key: APIKey, _ address: URL?, _ configuration: ClientConfiguration) ->
      any RawClient

  /// The service's name in ledgers.
  var ledgerName: String { connect(APIKey(""), nil, ClientConfiguration()).serviceName }

  /// Finds the service that a word names.
  static func named(_ name: String, among services: [KnownService] = all) throws(Misuse) -> Self {
    if let service = services.first(where: { $0.name == name }) { return service }
    let names = services.map(\.name)
    let known = names.map { "'\($0)'" }.joined(separator: ", ")
    let advice = NearSpelling.advice(for: name, among: names)
    throw Misuse("'\(name)' is not a service that can be asked; those are \(known)\(advice).")
  }

  /// Makes an entry for a service that lists its models.
  ///
  /// - Parameters:
  ///   - client: Its client.
  ///   - keyVariable: The variable that has the key; that of the catalog by default.
  ///   - read: Finds the files in what a job made.
  private init<Client: MediaService & CatalogService>(
    _ client: Client.Type, keyIn keyVariable: String? = nil,
    reading read: @escaping @Sendable (Client.Output) throws -> GenerationResult
  ) {
    name = client.catalog.name
    self.keyVariable = keyVariable ?? client.catalog.keyVariable
    saysPrices = client is any PricedService.Type
    models = KnownModels(catalog: client.catalog) { environment, address, folder in
      CatalogUpdate(
        of: try Client(environment: environment, baseURL: address ?? client.defaultURL),
        into: folder)
    }
    connect = { key, address, configuration in
      let client = Client(
        apiKey: key, baseURL: address ?? client.defaultURL, configuration: configuration)
      let models = AskedModels { name in
        try Client.catalog.snapshot(try await client.model(name).record, nil)
      } names: {
        try await client.models().map(\.record.name)
      }
      return ServiceClient(client: client, read: read, models: models)
    }
  }

  /// Makes an entry for a service without a list of models.
  ///
  /// - Parameters:
  ///   - client: Its client.
  ///   - name: The service's name on command lines.
  ///   - keyVariable: The variable that has the key.
  ///   - read: Finds the files in what a job made.
  ///   - create: Creates a client.
  private init<Client: MediaService>(
    _ client: Client.Type, named name: String, keyIn keyVariable: String,
    reading read: @escaping @Sendable (Client.Output) throws -> GenerationResult,
    creating create: @escaping @Sendable (APIKey, URL?, ClientConfiguration) -> Client
  ) {
    self.name = name
    self.keyVariable = keyVariable
    saysPrices = client is any PricedService.Type
    models = nil
    connect = { ServiceClient(client: create($0, $1, $2), read: read, models: nil) }
  }
}

/// The models of a service that lists them.
struct KnownModels: Sendable {
  /// What is particular to the list.
  let catalog: ModelCatalog

  /// Creates an update that asks the service: with the key in the environment, where the service is unless
  /// an address is given, into a folder.
  let update:
    @Sendable (_ environment: [String: String], _ address: URL?, _ folder: String) throws ->
      CatalogUpdate
}
