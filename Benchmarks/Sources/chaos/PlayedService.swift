import ArgumentParser
import Foundation
import LoopbackServer
import TypedMedia

/// A service that can be played: what its requests and answers look like, and the client that speaks to it.
struct PlayedService: Sendable {
  /// The name on the command line.
  let name: String
  /// Whether the service knows a request again, so that one whose answer was lost can be sent again.
  let isDeduplicated: Bool
  /// A key that is found again wherever it leaks to.
  let key: String
  /// The header field that has the key.
  let keyField: (name: String, value: String)
  /// Makes the answer to a request that was accepted.
  let acceptance: @Sendable (_ id: String) -> JSON
  /// Makes the answer to a question about a job.
  let status: @Sendable (_ id: String, _ isDone: Bool) -> JSON
  /// Lets a worker do its work with the service's client.
  let work: @Sendable (Worker, URL, ClientConfiguration) async throws -> Void

  /// Creates a service.
  ///
  /// - Parameters:
  ///   - key: The beginning of the key.
  ///   - keyField: The field that has the key, and what is in front of it.
  ///   - client: Makes the service's client.
  init(
    _ name: String, isDeduplicated: Bool = false, key prefix: String,
    keyField: (name: String, prefix: String) = ("authorization", "Bearer "),
    acceptance: @escaping @Sendable (_ id: String) -> JSON,
    status: @escaping @Sendable (_ id: String, _ isDone: Bool) -> JSON,
    client: @escaping @Sendable (APIKey, URL, ClientConfiguration) -> some ChaosClient
  ) {
    let key = prefix + "chaos/5ecre7+0f1e2d"
    self.name = name
    self.isDeduplicated = isDeduplicated
    self.key = key
    self.keyField = (keyField.name, keyField.prefix + key)
    self.acceptance = acceptance
    self.status = status
    work = { worker, url, settings in
      try await worker.work(client(APIKey(key), url, settings))
    }
  }

  /// Whether a request has the key.
  func isAllowed(_ request: LoopbackRequest) -> Bool {
    request.headers[keyField.name] == keyField.value
  }

  /// The number that a request is about: the whole of its prompt, where it has one.
  static func number(in body: JSON) -> Int? {
    let prompt = body["text"]?.string ?? body["prompt"]?.string ?? body["input"]?["prompt"]?.string
    return body["number"]?.int ?? prompt.flatMap { Int($0) }
  }
}

extension PlayedService: ExpressibleByArgument {
  init?(argument: String) {
    guard let service = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = service
  }

  static var allValueStrings: [String] { all.map(\.name) }
  var defaultValueDescription: String { name }
}
