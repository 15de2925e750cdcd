// What the samples of Markdown pages take for granted. It is compiled with them, and never run.
import Foundation
import HooxSandbox
import TypedMedia

let (key, ownKey) = ("", "")
let (a, b, fox, folder, portrait, url): (URL, URL, URL, URL, URL, URL) = placeholder()
let (photo, uuid, date): (URL, UUID, Date) = placeholder()
let voice: UUID = placeholder()
let (id, data, posted) = ("", Data(), "")

let sandbox = HooxSandbox()
let hoox = sandbox.client()
let request = Veo3_1(prompt: "A fox runs through autumn leaves.")
let submission: HooxSubmission = placeholder()
let recovery: Recovery<HooxAsset> = placeholder()
let asset: HooxAsset = placeholder()
nonisolated(unsafe) var configuration = ClientConfiguration()

func keep(_ value: Any?) {}
func show(_ messages: [String]) {}
func placeholder<Value>() -> Value { preconditionFailure() }

/// The app's own.
enum app {
  static func keep(_ result: Result<HooxAsset, MediaError>, of job: JobHandle) async throws {}
}
enum logger { static func info(_ message: String) {} }

/// Those of `Examples/RequestForm`.
struct RequestForm {
  init(_ fields: [RequestField]) {}
  func page(titled title: String) -> String { placeholder() }
  func read(_ values: FormValues) throws -> FormReading { placeholder() }
}
struct FormReading {
  func request<Request: GenerationRequest>(as type: Request.Type) throws -> Request {
    placeholder()
  }
}
struct FormValues { init(parsing text: String) {} }

/// What the generator makes of `Examples/OwnSnapshots/Sources/Aurora`.
struct AuroraVideo: GenerationRequest {
  init(from object: JSONObject) throws {}
  func encode(to object: inout JSONMembers) {}
  static let snapshot = ModelSnapshot(embedded: "{}")
}
