public import Foundation

/// The models that fal offers, which are more than anybody has types for (https://fal.ai/docs).
extension FalClient: CatalogService {
  /// The address of the queue.
  public static var defaultURL: URL { FalAddresses.standard.queue }

  /// Asks the platform.
  public var catalogConnection: ServiceConnection {
    ServiceConnection(
      profile: connection.profile, baseURL: addresses.platform, key: APIKey(""),
      configuration: connection.configuration)
  }

  /// The list of the models, which is for whoever asks, and one model with the document of its calls.
  public static let catalog: ModelCatalog = {
    var list = ServiceCall.get("models", query: [("limit", "100"), ("status", "active")])
    list.sendsKey = false
    var catalog = ModelCatalog(name: "fal", list: list) { answer in
      try ModelCatalog.list(in: answer).map { try FalModelReader.record(of: $0) }
    }
    catalog.keyVariable = nil
    catalog.nameMember = "endpoint_id"
    catalog.nextPage = { answer in
      guard answer["has_more"]?.bool == true, let cursor = answer["next_cursor"]?.id else {
        return nil
      }
      return [("cursor", cursor)]
    }
    catalog.lookup = { name in
      var call = ServiceCall.get(
        "models", query: [("endpoint_id", name), ("expand", "openapi-3.0")])
      call.sendsKey = false
      return call
    }
    catalog.isListComplete = false
    catalog.takesRequests = { $0.object["training"]?.bool != true }
    catalog.snapshot = { record, _ in
      guard record.inputSchema != nil else {
        throw JSONMismatch(problem: "has no document of its calls, and so no schema")
      }
      return record
    }
    catalog.documentation = { record in
      ["category", "license"].compactMap { member in
        record.object[member]?.string.map {
          (member.prefix(1).uppercased() + member.dropFirst(), $0)
        }
      }
    }
    catalog.targetSettings = [
      "protocol": "FalRequest", "outputProtocol": "FalOutput", "imports": ["FalCore"],
    ]
    return catalog
  }()

  /// Creates a client of a service whose parts are all below one address, unless that is fal's own.
  public init(apiKey: APIKey, baseURL: URL, configuration: ClientConfiguration) {
    self.init(
      apiKey: apiKey,
      addresses: baseURL == Self.defaultURL ? .standard : FalAddresses(allBelow: baseURL),
      configuration: configuration)
  }
}
