import FalCore
import Foundation
import HedraCore
import HedraV3Core
import HooxCore
import IndoxHubCore
import ReplicateCore
import TypedMedia
import TypedMediaUpdating

/// A service whose snapshots the tool updates.
struct UpdatableService: Sendable {
  /// All of them: a line for each.
  static let all: [UpdatableService] = [
    UpdatableService(HooxClient.self),
    UpdatableService(HedraClient.self),
    UpdatableService(HedraV3Client.self),
    UpdatableService(IndoxHubClient.self),
    UpdatableService(FalClient.self),
    UpdatableService(ReplicateClient.self),
  ]

  /// What is particular to its list of models.
  let catalog: ModelCatalog

  /// Creates an update that asks the service: with the key in the environment, where the service is unless
  /// an address is given, into a folder.
  let update:
    @Sendable (_ environment: [String: String], _ address: URL?, _ folder: String) throws ->
      CatalogUpdate

  private init<Client: CatalogService>(_ client: Client.Type) {
    catalog = client.catalog
    update = { environment, address, folder in
      CatalogUpdate(
        of: try Client(environment: environment, baseURL: address ?? client.defaultURL),
        into: folder)
    }
  }
}
