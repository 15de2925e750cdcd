import Foundation
import TypedMedia
import TypedMediaTesting

/// A request to Replicate, taken apart.
struct ReplicateCall {
  /// What it asks for; `nil` when there is nothing at its address.
  let endpoint: ReplicateSandbox.Endpoint?
  /// The parts of its path, below the service's address.
  let path: [String]
  let request: TransportRequest

  init(_ request: TransportRequest) {
    self.request = request
    let parts = request.pathParts
    if request.url.host == ReplicateService.fileHost {
      (endpoint, path) = (.output, parts)
    } else if request.url.host == ReplicateService.streamHost {
      (endpoint, path) = (.stream, parts)
    } else {
      path = Array(parts.dropFirst())
      endpoint = parts.first == "v1" ? Self.endpoint(request.method, path) : nil
    }
  }

  /// The name of the model or deployment in its path.
  var name: String { path.dropFirst().prefix(2).joined(separator: "/") }
  /// The ID in its path.
  var id: String { path.count > 1 ? path[1] : "" }
  var query: [String: String] { request.query }

  private static func endpoint(
    _ method: String, _ path: [String]
  ) -> ReplicateSandbox.Endpoint? {
    switch (method, path.first, path.count) {
    case ("GET", "models", 1): .listModels
    case ("GET", "models", 3): .getModel
    case ("GET", "models", 5) where path[3] == "versions": .getVersion
    case ("POST", "models", 4) where path[3] == "predictions": .createFromModel
    case ("POST", "deployments", 4) where path[3] == "predictions": .createFromDeployment
    case ("POST", "predictions", 1): .createFromVersion
    case ("GET", "predictions", 1): .listPredictions
    case ("GET", "predictions", 2): .getPrediction
    case ("POST", "predictions", 3) where path[2] == "cancel": .cancel
    case ("POST", "files", 1): .createFile
    case ("GET", "files", 1): .listFiles
    case ("GET", "files", 2): .getFile
    case ("DELETE", "files", 2): .deleteFile
    case ("POST", "models", 6) where path[3] == "versions" && path[5] == "trainings":
      .createTraining
    case ("GET", "trainings", 1): .listTrainings
    case ("GET", "trainings", 2): .getTraining
    case ("POST", "trainings", 3) where path[2] == "cancel": .cancelTraining
    default: catalogEndpoint(method, path)
    }
  }

  private static func catalogEndpoint(
    _ method: String, _ path: [String]
  ) -> ReplicateSandbox.Endpoint? {
    switch (method, path.first, path.count) {
    case ("POST", "models", 1): .createModel
    case ("QUERY", "models", 1): .searchModels
    case ("PATCH", "models", 3): .updateModel
    case ("DELETE", "models", 3): .deleteModel
    case ("GET", "models", 4) where path[3] == "versions": .listVersions
    case ("DELETE", "models", 5) where path[3] == "versions": .deleteVersion
    case ("GET", "models", 4) where path[3] == "examples": .listExamples
    case ("GET", "models", 4) where path[3] == "readme": .getReadme
    case ("GET", "search", 1): .search
    case ("GET", "collections", 1): .listCollections
    case ("GET", "collections", 2): .getCollection
    case ("GET", "deployments", 1): .listDeployments
    case ("POST", "deployments", 1): .createDeployment
    case ("GET", "deployments", 3): .getDeployment
    case ("PATCH", "deployments", 3): .updateDeployment
    case ("DELETE", "deployments", 3): .deleteDeployment
    case ("GET", "account", 1): .getAccount
    case ("GET", "hardware", 1): .listHardware
    case ("GET", "webhooks", 3) where path[2] == "secret": .getWebhookSecret
    default: nil
    }
  }
}
