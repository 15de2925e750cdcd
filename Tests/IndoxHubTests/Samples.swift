import Foundation
import IndoxHub
import IndoxHubSandbox
import ServiceTestSupport

/// Values that many tests need and that mean nothing by themselves.
enum Sample {
  /// Four bytes, which are Base64 as `Zm94IQ==`.
  static let bytes = Data("fox!".utf8)
  /// A key of somebody at a provider, which is found again wherever it leaks to.
  static let providerKey = "sk-provider-5ecre7"

  /// A model of Google's, whose videos are there at once, with what no model has that is still served.
  static let film = record("google/film", making: .video)
  /// Models of two providers.
  static let models = [
    film, record("google/reel", making: .video), record("google/still", making: .image),
    record("acme/clip", making: .video), record("acme/print", making: .image),
  ]

  /// The record of a model that takes whatever is documented of any.
  static func record(_ name: String, making medium: ModelRecord.IndoxHubMedium) -> ModelRecord {
    var record = ModelRecord.indoxHub(named: name, making: medium)
    record.object["provider"] = name.split(separator: "/").first.map { .string(String($0)) }
    return record
  }

  /// A request for a video that is there at once.
  static func filmRequest(_ body: JSONObject = ["prompt": "A fox"]) throws -> RawRequest {
    try RawRequest(body, to: film)
  }

  /// Bodies that the schema allows: with what is required alone, with everything, and for each value of
  /// each property one more.
  static func bodies(of schema: JSON) -> [JSON] {
    let properties = schema["properties"]?.object ?? [:]
    let required = (schema["required"]?.array ?? []).compactMap(\.string)
    var smallest = JSONObject()
    var whole = JSONObject()
    for (key, property) in properties {
      whole[key] = values(of: property, named: key).last
      if required.contains(key) { smallest[key] = values(of: property, named: key).first }
    }
    var bodies = [smallest, whole]
    for (key, property) in properties {
      for value in values(of: property, named: key) {
        var body = whole
        body[key] = value
        bodies.append(body)
      }
    }
    return bodies.map(JSON.object)
  }

  /// Values that a schema does not allow, by the property.
  static func wrongValues(of schema: JSON) -> [(key: String, value: JSON)] {
    (schema["properties"]?.object ?? [:]).flatMap { key, property -> [(String, JSON)] in
      guard property["type"] != nil else { return [] }
      var wrong: [JSON] = property["type"] == "object" ? [1] : [["unheard_of": 1]]
      if let minimum = property["minimum"]?.int { wrong.append(.number(.init(minimum - 1))) }
      if property["enum"] != nil { wrong += ["unheard of", 7_777] }
      if property["contentEncoding"] != nil { wrong += ["https://example.com/a.png", "fox"] }
      if media.contains(key) { wrong += ["fox", ""] }
      if let most = property["maxItems"]?.int {
        wrong.append(.array(Array(repeating: "Zm94IQ==", count: most + 1)))
      }
      return wrong.map { (key, $0) }
    }
  }

  private static let media = ["input_image", "reference_image", "video"]

  /// Values that a schema allows, the plainest first.
  private static func values(of schema: JSON, named key: String) -> [JSON] {
    if let values = schema["enum"]?.array { return values }
    if media.contains(key) { return ["Zm94IQ==", "https://example.com/a%20fox.png?size=1"] }
    switch schema["type"]?.string {
    case "string" where schema["contentEncoding"] != nil: return ["Zm94IQ=="]
    case "string": return ["x", .string(String(repeating: "ö", count: 50))]
    case "integer": return [schema["minimum"] ?? 0, 4]
    case "number": return [0, 7.5]
    case "boolean": return [true, false]
    case "array":
      let items = values(of: schema["items"] ?? [:], named: "items")
      return [
        .array(items), .array(Array(repeating: items[0], count: schema["maxItems"]?.int ?? 3)),
      ]
    case "object": return [["camera": ["pan": 1], "seed": 4]]
    default: return ["strict", true, 3, ["any": ["thing"]]]
    }
  }
}

extension IndoxHubSandbox {
  /// The body of the last request that arrived.
  var lastBody: JSON? { receivedRequests.last?.body }
}

extension CannedAnswer {
  /// A client of a service that answers so, for which waiting takes no time.
  var client: IndoxHubClient {
    var configuration = ClientConfiguration.once
    configuration.clock = VirtualClock()
    return client(configuration: configuration)
  }

  func client(configuration: ClientConfiguration) -> IndoxHubClient {
    IndoxHubClient(
      apiKey: APIKey(IndoxHubSandbox.apiKey), configuration: configuration.over(self))
  }
}
