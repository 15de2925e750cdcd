import Foundation
import TypedMedia

// Types are named with their modules, for a target may have a `String` of its own.

/// Uses requests from everywhere that code runs.
public enum Use {
  /// The smallest lamp, and one with a value for each property, as they are sent.
  nonisolated static let bodies = [
    #"{"prompt":"A lamp.","image":{"url":"https://example.com/lamp.png"}}"#,
    #"""
    {"prompt":"A lamp.","image":{"id":"3F2504E0-4F89-11D3-9A0C-0305E82C3301"},"seed":1,"strength":0.5,
     "bright":true,"aspect_ratio":"9:16","duration":8,"quality":"high","style":"unheard-of",
     "size":{"width":640,"height":480},"at":"2026-01-02T03:04:05Z","point":[1.5,2.5],"tags":["a"],
     "options":{"string":"a","old":1},"note":null,"scene":{"name":"a","inner":{"name":"b"}},
     "metadata":{"any":[1,{}]}}
    """#,
  ]

  /// Whether requests survive being read, checked, written and compared, in code that is isolated to no
  /// actor.
  public nonisolated static func anywhere() throws -> Swift.Bool {
    for body in bodies {
      let lamp = try Foundation.JSONDecoder().decode(Lamp1.self, from: Foundation.Data(body.utf8))
      guard try Lamp1(json: .object(lamp.validatedBody())) == lamp,
        try Foundation.JSONDecoder().decode(
          Lamp1.self, from: Foundation.JSONEncoder().encode(lamp)) == lamp,
        try Lamp1(json: TypedMedia.JSON(parsing: body)) == lamp, "\(lamp)".isEmpty == false
      else { return false }
    }
    let clock = Clock2(
      prompt: "A clock.", aspectRatio: .ratio9x16, duration: Clock2.defaultDuration)
    return try clock.validatedBody()["duration"] == 4 && AllModels.all.count == 2
      && AllModels.stamp?.service == "acme" && Clock2.model.name == "clock-2"
      && Lamp1.AspectRatio.allCases.count == 2
  }

  /// The same on an actor, on the main actor, and on none, with requests that pass from one to another.
  public nonisolated static func everywhere() async throws -> Swift.Bool {
    let made = try await Studio().made()
    let shown = await show(made)
    let task = Task.detached { try (made.first == shown, anywhere()) }
    return try await task.value == (true, true)
  }

  @MainActor private static func show(_ lamps: [Lamp1]) -> Lamp1? {
    let unique = Swift.Set(lamps)
    return lamps.first { unique.contains($0) && $0.violations().isEmpty }
  }
}

/// Makes requests on an actor.
private actor Studio {
  private var lamps: [Lamp1] = []

  func made() throws -> [Lamp1] {
    lamps = try Use.bodies.map { try Lamp1(json: TypedMedia.JSON(parsing: $0)) }
    return lamps
  }
}
