import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import ServiceTestSupport
import Testing

/// What is said when the service refuses a field that the snapshot allows.
@Suite struct RefusedFieldTests {
  private static let command = "swift package update-schemas hoox"

  private static func refusal(_ field: String, status: Int = 400) -> SandboxFault {
    let body = #"""
      {"error": "Invalid parameters", "code": "invalid",
        "details": [{"field": "\#(field)", "message": "is not allowed", "code": "invalid_value"}]}
      """#
    return .answer(status: status, headers: [:], body: Data(body.utf8))
  }

  private static func error(
    for fault: SandboxFault, submitting submit: (HooxClient) async throws -> Void
  ) async throws -> MediaError {
    let sandbox = HooxSandbox.played()
    await sandbox.script(fault, for: .start)
    let error = await #expect(throws: MediaError.self) {
      try await submit(sandbox.client(configuration: .once))
    }
    return try #require(error)
  }

  @Test(arguments: ["duration", "references[0].url", "model_settings.generateAudio", "/resolution"])
  func theErrorSaysHowOldTheSnapshotIsAndHowToRefreshIt(field: String) async throws {
    for status in [400, 422] {
      let error = try await Self.error(for: Self.refusal(field, status: status)) { hoox in
        _ = try await hoox.submit(Lantern(prompt: "p", duration: .seconds8))
      }
      let stamp = try #require(OwnModels.stamp)
      let advice = stamp.advice(now: .now, command: Self.command)
      #expect(error.code == .invalidRequest)
      #expect(error.advice == advice)
      #expect(
        error.description == """
          Invalid parameters: \(field): is not allowed (model lantern, status \(status), code invalid). \
          \(advice)
          """)
    }
  }

  @Test(arguments: [
    refusal("space_id"), refusal("durations"), refusal(""), refusal("duration", status: 403),
    refusal("duration", status: 500), .error(400, code: "invalid", "No"),
  ])
  func otherRefusalsSayNothingOfIt(fault: SandboxFault) async throws {
    let error = try await Self.error(for: fault) { hoox in
      _ = try await hoox.submit(Lantern(prompt: "p"))
    }
    #expect(error.advice == nil)
    #expect(!error.description.contains(Self.command))
  }

  /// Its schema is not the snapshot's, but what the service has just said.
  @Test func aRequestWithTheServicesOwnSchemaHasNoSnapshotToRefresh() async throws {
    let error = try await Self.error(for: Self.refusal("duration")) { hoox in
      let model = try await hoox.model("lantern")
      _ = try await hoox.submit(RawRequest(["prompt": "p", "duration": 8], to: model))
    }
    #expect(error.code == .invalidRequest)
    #expect(error.advice == nil)
  }
}
