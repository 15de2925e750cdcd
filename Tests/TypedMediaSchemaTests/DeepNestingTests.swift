import Foundation
import Testing
import TypedMediaSchema

/// Depth must not exhaust the stack, not even the small one of a secondary thread.
struct DeepNestingTests {
  @Test(arguments: [("[", "]"), (#"{"a":"#, "}"), (#"[{"a":"#, "}]")])
  func whatTheLimitAllowsFitsASmallStack(start: String, end: String) async throws {
    let count = JSONLimits.default.maximumDepth / end.count
    let text = String(repeating: start, count: count) + "1" + String(repeating: end, count: count)
    let isSound = await onSmallStack {
      guard let value = try? JSON(parsing: text), let copy = try? JSON(parsing: text) else {
        return false
      }
      return value == copy && value.hashValue == copy.hashValue && value.text() == text
    }
    #expect(isSound)
  }

  @Test func validationFitsASmallStack() async throws {
    let schema = try JSONSchema([
      "anyOf": [
        ["type": "integer"],
        ["type": "array", "items": ["$ref": "#"]],
        ["type": "object", "additionalProperties": ["$ref": "#"]],
      ]
    ])
    let text = String(repeating: #"[{"a":"#, count: 128) + "1" + String(repeating: "}]", count: 128)
    let value = try JSON(parsing: text)
    #expect(await onSmallStack { schema.isValid(value) })
  }

  private func onSmallStack(_ body: @escaping @Sendable () -> Bool) async -> Bool {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }
}
