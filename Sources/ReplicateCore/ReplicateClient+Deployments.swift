public import Foundation

/// Deployments: models that run on hardware of the account's choice. ``ReplicateTarget`` runs
/// requests on one.
extension ReplicateClient {
  /// Lists the account's deployments, the latest first, without end of pages.
  ///
  /// - Returns: The deployments, whose sequence throws `MediaError`.
  public func deployments() -> Pages<ReplicateDeployment> {
    pages(.get("deployments")) { try ReplicateDeployment($0) }
  }

  /// Looks up a deployment.
  ///
  /// - Parameters:
  ///   - owner: Who has it.
  ///   - name: Its name.
  /// - Returns: The deployment.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func deployment(owner: String, name: String) async throws -> ReplicateDeployment {
    try await connection.send(.get("deployments", owner, name)) {
      try ReplicateDeployment($0.object)
    }
  }

  /// Creates a deployment. What runs without a request costs too, where there are instances at the
  /// least.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - model: The name of the model that it runs.
  ///   - version: The ID of that model's version.
  ///   - configuration: What it runs on.
  /// - Returns: The deployment.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func createDeployment(
    _ name: String, of model: String, version: String,
    on configuration: ReplicateDeployment.Configuration
  ) async throws -> ReplicateDeployment {
    var body = configuration.members
    body["name"] = .string(name)
    body["model"] = .string(model)
    body["version"] = .string(version)
    let call = ServiceCall.post("deployments", body: .object(body), effect: .writes, model: model)
    return try await connection.send(call) { try ReplicateDeployment($0.object) }
  }

  /// Changes what a deployment runs, or what it runs on. What is `nil` stays as it is.
  ///
  /// - Parameters:
  ///   - owner: Who has it.
  ///   - name: Its name.
  ///   - version: The ID of the model's version that it runs.
  ///   - hardware: The hardware that it runs on, as ``hardware()`` names it.
  ///   - minimumInstances: How many run at the least, from 0 to 5.
  ///   - maximumInstances: How many run at most, from 0 to 20.
  /// - Returns: The deployment.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func updateDeployment(
    owner: String, name: String, version: String? = nil, hardware: String? = nil,
    minimumInstances: Int? = nil, maximumInstances: Int? = nil
  ) async throws -> ReplicateDeployment {
    var body = JSONObject()
    body.set("version", version)
    body.set("hardware", hardware)
    body.set("min_instances", minimumInstances)
    body.set("max_instances", maximumInstances)
    let call = ServiceCall(
      "PATCH", ["deployments", owner, name], body: .object(body), effect: .writes)
    return try await connection.send(call) { try ReplicateDeployment($0.object) }
  }

  /// Deletes a deployment that has been offline and unused for a quarter of an hour.
  ///
  /// - Parameters:
  ///   - owner: Who has it.
  ///   - name: Its name.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func deleteDeployment(owner: String, name: String) async throws {
    _ = try await connection.send(
      ServiceCall("DELETE", ["deployments", owner, name], effect: .writes))
  }
}

/// A model that runs on hardware of the account's choice.
public struct ReplicateDeployment: Hashable, Sendable, Identifiable {
  /// Who has it.
  public let owner: String
  /// Its name.
  public let name: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  /// What a deployment runs on.
  public struct Configuration: Hashable, Sendable {
    /// The hardware, as ``ReplicateClient/hardware()`` names it.
    public var hardware: String
    /// How many instances run at the least, from 0 to 5.
    public var minimumInstances: Int
    /// How many instances run at most, from 0 to 20.
    public var maximumInstances: Int

    /// Creates a configuration.
    public init(hardware: String, minimumInstances: Int = 0, maximumInstances: Int = 1) {
      self.hardware = hardware
      self.minimumInstances = minimumInstances
      self.maximumInstances = maximumInstances
    }

    var members: JSONObject {
      var members = JSONObject()
      members.set("hardware", hardware)
      members.set("min_instances", minimumInstances)
      members.set("max_instances", maximumInstances)
      return members
    }
  }

  init(_ object: JSONObject) throws {
    owner = try object.id("owner")
    name = try object.id("name")
    self.object = object
  }

  /// The owner and the name, as in `studio/fast`.
  public var id: String { "\(owner)/\(name)" }
  /// The number of what it runs now, which grows with each change; `nil` where the service does not
  /// say.
  public var releaseNumber: Int? { release["number"]?.int }
  /// The name of the model that it runs.
  public var model: String? { release["model"]?.string }
  /// The ID of the model's version that it runs.
  public var version: String? { release["version"]?.string }
  /// When it was changed last.
  public var releasedAt: Date? { release.date("created_at") }
  /// Who changed it last.
  public var releasedBy: ReplicateAccount? {
    release["created_by"]?.object.flatMap { try? ReplicateAccount($0) }
  }
  /// What it runs on; `nil` where the service does not say.
  public var configuration: Configuration? {
    guard let object = release["configuration"]?.object, let hardware = object["hardware"]?.string
    else { return nil }
    return Configuration(
      hardware: hardware, minimumInstances: object["min_instances"]?.int ?? 0,
      maximumInstances: object["max_instances"]?.int ?? 0)
  }
  /// What makes requests run on it.
  public var target: ReplicateTarget { .deployment(owner: owner, name: name) }

  private var release: JSONObject { object["current_release"]?.object ?? [:] }
}
