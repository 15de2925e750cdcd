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

  @Test(arguments: [JSON.maximumCodingDepth, JSON.maximumCodingDepth + 1, 300], [false, true])
  func foundationsCodersAreGivenWhatFitsASmallStack(depth: Int, isObject: Bool) async throws {
    let isFitting = depth <= JSON.maximumCodingDepth
    let value = (0..<depth).reduce(1 as JSON) { value, _ in isObject ? ["a": value] : [value] }
    let isSound = await onSmallStack {
      do {
        let data = try JSONEncoder().encode(value)
        return try isFitting && JSONDecoder().decode(JSON.self, from: data) == value
      } catch {
        return !isFitting && error is EncodingError
      }
    }
    #expect(isSound)
  }

  @Test(arguments: [false, true])
  func whatIsMadeInCodeCanBeSomewhatDeeper(isObject: Bool) async throws {
    let isSound = await onSmallStack {
      func make() -> JSON {
        (0..<300).reduce(1 as JSON) { value, _ in isObject ? ["a": value] : [value] }
      }
      let (value, copy) = (make(), make())
      let limits = JSONLimits(maximumDepth: 300)
      return value == copy && value.hashValue == copy.hashValue
        && (try? JSON(parsing: value.text(), limits: limits)) == value
    }
    #expect(isSound)
  }

  @Test func whatIsTooDeepIsNotDecoded() async {
    let isRefused = await onSmallStack {
      [("[", "]"), (#"{"a":"#, "}")].allSatisfy { start, end in
        let depth = JSON.maximumCodingDepth + 1
        let inner = start == "[" ? "" : "1"
        let text =
          String(repeating: start, count: depth) + inner + String(repeating: end, count: depth)
        do {
          _ = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
          return false
        } catch {
          return error is DecodingError
        }
      }
    }
    #expect(isRefused)
  }

  private func onSmallStack(_ body: @escaping @Sendable () -> Bool) async -> Bool {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }
}
