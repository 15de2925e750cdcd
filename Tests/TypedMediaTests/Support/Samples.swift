import Foundation
import Testing
import TypedMedia

/// Values that many tests need and that mean nothing by themselves.
enum Sample {
  /// A key that is found again wherever it leaks to.
  static let key = "sk_live_5ecre7"

  static let profile = ServiceProfile(
    name: "Acme",
    failure: { answer in
      answer["error"]?.string.map { ServiceFailure(code: answer["code"]?.string, message: $0) }
    }
  )

  /// A URL from text, where a literal would need a force unwrap.
  static func url(_ text: String) throws -> URL { try #require(URL(string: text)) }

  /// A connection to "Acme" over `transport`, which makes no call twice unless it is told to.
  static func connection(
    over transport: any Transport,
    at url: String = "https://api.example.com/v1",
    key: APIKey = APIKey(Sample.key),
    profile: ServiceProfile = Sample.profile,
    configuration: ClientConfiguration = ClientConfiguration(retries: .never)
  ) throws -> ServiceConnection {
    var configuration = configuration
    configuration.transport = transport
    return ServiceConnection(
      profile: profile, baseURL: try Sample.url(url), key: key, configuration: configuration)
  }

  static let read = ServiceCall.get("models")
  static let purchase = ServiceCall.post(
    "jobs", body: ["prompt": "A fox"], effect: .spends, model: "aurora")
}
