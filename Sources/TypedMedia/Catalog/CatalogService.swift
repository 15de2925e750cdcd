public import Foundation

/// A service that lists its models.
///
/// Say how the list is asked for, and ``models()`` and ``model(_:)`` are there; and snapshots can be made of
/// it, for which there is the library `TypedMediaUpdating`.
///
/// ```swift
/// extension AcmeClient: CatalogService {
///   public static let catalog = ModelCatalog(name: "acme", list: .get("models"))
/// }
/// ```
public protocol CatalogService: Sendable {
  /// The model that a record is read as: its record by default, or a view of it that knows what
  /// this service says.
  associatedtype Model: ModelView = ModelRecord

  /// The particulars of the service's list of models.
  static var catalog: ModelCatalog { get }

  /// The service's address.
  static var defaultURL: URL { get }

  /// Makes the calls.
  var connection: ServiceConnection { get }

  /// Asks for the models; by default ``connection``.
  var catalogConnection: ServiceConnection { get }

  /// Creates a client.
  init(apiKey: APIKey, baseURL: URL, configuration: ClientConfiguration)
}

extension CatalogService {
  /// Makes the calls for models as all others.
  public var catalogConnection: ServiceConnection { connection }

  /// Creates a client with the key that the environment has.
  ///
  /// - Parameters:
  ///   - environment: The variables of the environment, with the catalog's ``ModelCatalog/keyVariable``.
  ///   - baseURL: Where the service is.
  ///   - configuration: How to send, wait, and keep books.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/invalidKey`` when there is no key and the
  ///   service needs one.
  public init(
    environment: [String: String], baseURL: URL = defaultURL,
    configuration: ClientConfiguration = ClientConfiguration()
  ) throws {
    var key = ""
    if let variable = Self.catalog.keyVariable {
      key = environment[variable] ?? ""
      guard !key.isEmpty else {
        throw MediaError(
          .invalidKey, "There is no key: \(variable) is not in the environment.",
          service: Self.catalog.name)
      }
    }
    self.init(apiKey: APIKey(key), baseURL: baseURL, configuration: configuration)
  }

  /// Lists the models that the service offers now, which may be more than the program has types for.
  ///
  /// - Returns: The models that the service offers now, which may be more than the program has
  ///   types for.
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func models() async throws -> [Model] { try await models(Self.catalog.list) }

  /// Lists the models by a call of the service's own, such as one that asks for some of them alone.
  ///
  /// - Returns: The models by a call of the service's own, such as one that asks for some of them
  ///   alone.
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func models(_ call: ServiceCall) async throws -> [Model] {
    try await catalogConnection.records(of: Self.catalog, by: call).map(Model.init)
  }

  /// Looks up one model: by itself where the service can be asked for it, else in its list.
  ///
  /// - Parameter name: The name that is sent.
  /// - Returns: What the service says of it.
  /// - Throws: ``MediaError``, with the code ``MediaError/Code/notFound`` when there is no such model; or
  ///   `CancellationError`.
  public func model(_ name: String) async throws -> Model {
    let catalog = Self.catalog
    guard let lookup = catalog.lookup else {
      if let model = try await models().first(where: { $0.record.name == name }) { return model }
      throw MediaError(
        .notFound, "There is no model \(name) in the list.", service: connection.profile.name,
        model: name)
    }
    return try await catalogConnection.send(try lookup(name)) { answer in
      guard let record = try catalog.records(answer.json).first else {
        // A list with nothing in it is how some services say that there is no such model.
        throw MediaError(
          .notFound, "There is no model \(name).", service: connection.profile.name, model: name)
      }
      return Model(record)
    }
  }
}

extension ServiceConnection {
  /// More pages than this are a list that leads back to itself.
  private static let mostPages = 1_000

  /// The records of a list, of all its pages.
  ///
  /// - Throws: ``MediaError``, or `CancellationError`.
  package func records(of catalog: ModelCatalog, by list: ServiceCall) async throws -> [ModelRecord]
  {
    var records: [ModelRecord] = []
    var seen: Set<String> = []
    var call = list
    for _ in 1...Self.mostPages {
      let (page, next) = try await send(call) { answer in
        (try catalog.records(answer.json), catalog.nextPage(try answer.json))
      }
      let new = page.filter { seen.insert($0.name).inserted }
      // Records without a name of their own are told apart by who reads them.
      records += call.query.count == list.query.count ? page : new
      guard let next, !new.isEmpty else { return records }
      call.query = list.query + next
    }
    return records
  }
}
