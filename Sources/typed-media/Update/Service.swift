import Foundation
import HedraCore
import HooxCore
import IndoxHubCore
import TypedMedia

/// A service whose snapshots can be updated.
enum Service: String, CaseIterable {
  case hoox, hedra, indoxhub

  /// The variable of the environment that has the key.
  var keyVariable: String { rawValue.uppercased() + "_API_KEY" }

  /// What a stamp has to say of how the snapshots are made; `nil` where they are the service's answers
  /// as they are.
  var note: String? {
    switch self {
    case .hoox: nil
    case .hedra:
      """
      The service's records have no schema: each input_schema is made from the record and the \
      documented request.
      """
    case .indoxhub:
      "The service's records have no schema: each input_schema is from the documentation."
    }
  }

  /// What the service says in prose alone of the numbers that it takes, by their names: an integer
  /// `duration` is "always expressed in seconds" (https://docs.hoox.video), and in seconds at IndoxHub
  /// too (https://indoxhub.com/docs). Hedra's names tell.
  var units: [String: String] {
    switch self {
    case .hoox, .indoxhub: ["duration": "seconds"]
    case .hedra: [:]
    }
  }

  /// What an address has to match, where the service takes those alone that anybody can reach
  /// (https://docs.hoox.video).
  var addressPattern: String? { self == .hoox ? "^https?://" : nil }

  /// Whether the service's list has a model such as this one, so that it is gone when it is missing
  /// there. All of Hedra's records have an ID, or a slug; its kinds of generation without a model have
  /// no record.
  func lists(_ record: ModelRecord) -> Bool {
    self != .hedra || record.object["id"] != nil || record.object["slug"] != nil
  }

  /// The service itself.
  ///
  /// - Parameter address: Where it is; `nil` for where it is by default.
  /// - Throws: ``Stop`` when there is no key.
  func source(at address: URL?) throws(Stop) -> any SnapshotSource {
    let configuration = ClientConfiguration()
    switch self {
    case .hoox:
      return HooxSource(
        client: HooxClient(
          apiKey: try key(), baseURL: address ?? HooxClient.defaultURL,
          configuration: configuration))
    case .indoxhub:
      return IndoxHubSource(
        client: IndoxHubClient(
          apiKey: try key(), baseURL: address ?? IndoxHubClient.defaultURL,
          configuration: configuration))
    case .hedra:
      return HedraSource(
        client: HedraClient(
          apiKey: try key(), baseURL: address ?? HedraClient.defaultURL,
          configuration: configuration))
    }
  }

  private func key() throws(Stop) -> APIKey {
    guard let key = ProcessInfo.processInfo.environment[keyVariable], !key.isEmpty else {
      throw Stop(
        message: """
          error: there is no key for \(rawValue): set \(keyVariable) in the environment, or use \
          --from with a saved answer. Nothing was sent.
          """, status: .notConfigured)
    }
    return APIKey(key)
  }
}
