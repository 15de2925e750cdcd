import Foundation
import LoopbackServer
import TypedMedia

/// A service that is played on this machine for `typed-media run`, and what whoever uses it has.
struct PlayedService {
  /// Does something about a request; `nil` for what the service always does.
  typealias Script = @Sendable (LoopbackRequest) -> [LoopbackServer.Step]?

  let name: String
  let server: LoopbackServer
  let bench: Workbench

  private static let keys = [
    "HOOX_API_KEY": "hx_5ecre7", "FAL_KEY": "1d:5ecre7", "HEDRA_API_KEY": "sk_hedra_5ecre7",
  ]

  /// A picture, of which every byte is a letter of UTF-8.
  static let picture = "GIF89a" + String(repeating: "a", count: 60)

  /// Hoox, with the model `aurora`, whose generations cost 32 credits and are done at once.
  static func hoox(_ script: @escaping Script = { _ in nil }) throws -> PlayedService {
    try PlayedService("hoox", script) { request in
      switch request.path {
      case "/asset/pricing":
        #"{"cost_per_generation": 32, "total_cost": 32, "currency": "credits"}"#
      case "/asset/start": #"{"asset_ids": ["a1"], "total_cost": 32, "status": "generating"}"#
      case let path where path.hasPrefix("/asset/status/"):
        #"{"asset_id": "a1", "status": "completed", "url": "http://\#(host(of: request))/fox.gif"}"#
      case "/fox.gif": picture
      default: Samples.aurora
      }
    }
  }

  /// fal, with a model that makes text of sound, or what `result` says.
  static func fal(
    result: String = #"{"text": "Ebb and flow."}"#, _ script: @escaping Script = { _ in nil }
  ) throws -> PlayedService {
    let service = try PlayedService("fal", script) { request in
      let root = "http://\(host(of: request))"
      let job = "\(root)/queue/fal-ai/ear/requests/r1"
      return switch request.path {
      case "/queue/fal-ai/ear": #"{"request_id": "r1", "status_url": "\#(job)/status"}"#
      case "/queue/fal-ai/ear/requests/r1/status":
        #"{"status": "COMPLETED", "request_id": "r1", "response_url": "\#(job)"}"#
      case "/queue/fal-ai/ear/requests/r1": result
      case "/storage/storage/upload/initiate":
        #"{"upload_url": "\#(root)/put", "file_url": "https://fal.example/tide.mp3"}"#
      default: "{}"
      }
    }
    try service.bench.write(
      """
      {"name": "fal-ai/ear", "input_schema": {
        "type": "object", "required": ["audio_url"], "properties": {
          "audio_url": {"type": "string", "format": "uri", "x-media": "audio"},
          "language": {"type": "string", "enum": ["english", "welsh"]}}}}
      """, to: "schemas/ear.json")
    try service.bench.write("ID3 tide", to: "tide.mp3")
    return service
  }

  private init(
    _ name: String, _ script: @escaping Script,
    answering answer: @escaping @Sendable (LoopbackRequest) -> String
  ) throws {
    self.name = name
    server = try LoopbackServer { request in
      script(request) ?? [.answer(body: answer(request))]
    }
    bench = try Workbench()
  }

  private static func host(of request: LoopbackRequest) -> String {
    request.headers["host"] ?? ""
  }

  /// What was sent that costs.
  var paid: [LoopbackRequest] {
    server.requests.filter { ["/asset/start", "/queue/fal-ai/ear"].contains($0.path) }
  }

  /// Runs a command that asks this service.
  func typedMedia(
    _ words: String..., input: String = "", keys: [String: String] = keys
  ) throws -> Workbench.Outcome {
    try typedMedia(words, input: input, keys: keys)
  }

  /// Runs a command that asks this service.
  func typedMedia(
    _ words: [String], input: String = "", keys: [String: String] = keys
  ) throws -> Workbench.Outcome {
    try bench.run(
      BuiltProgram.named("typed-media"), arguments(words), input: input,
      environment: environment(keys))
  }

  /// Starts a command that asks this service.
  func start(_ words: String...) throws -> Process {
    try bench.start(
      BuiltProgram.named("typed-media"), arguments(words), environment: environment(Self.keys))
  }

  private func arguments(_ words: [String]) throws -> [String] {
    guard let command = words.first, command != "jobs" else { return words }
    return try words + ["--base-url", server.url("").absoluteString]
  }

  private func environment(_ keys: [String: String]) -> [String: String] {
    ["FAL_KEY": "", "XDG_STATE_HOME": bench.folder.appending(path: "state").path]
      .merging(keys) { $1 }
  }
}
