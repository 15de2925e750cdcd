import Foundation
import IndoxHub
import IndoxHubTestModels
import ServiceTestSupport
import Testing

/// What is said when the service refuses a field that the snapshot allows.
@Suite struct RefusedFieldTests {
  private static let detail = #"{"detail": [{"loc": ["body", "duration"], "msg": "must be 4"}]}"#
  private static let param = #"{"error": {"message": "must be 4", "param": "duration"}}"#

  @Test(arguments: [(422, detail), (400, param)])
  func theErrorSaysHowOldTheSnapshotIsAndHowToRefreshIt(status: Int, body: String) async throws {
    let client = IndoxHubClient(
      apiKey: "indox-test", configuration: .once.over(CannedAnswer(status: status, body: body)))
    let error = try #require(
      await #expect(throws: MediaError.self) {
        try await client.submit(Kite(prompt: "p", duration: .seconds6))
      })
    let stamp = try #require(OwnModels.stamp)
    let advice = stamp.advice(now: .now, command: "swift package update-schemas indoxhub")
    #expect(error.advice == advice)
    #expect(
      error.description.hasSuffix(") \(advice)") || error.description.hasSuffix("). \(advice)"))
  }

  @Test(arguments: [
    #"{"detail": [{"loc": ["body", "unheard_of"], "msg": "is odd"}]}"#, #"{"detail": "No"}"#,
  ])
  func otherRefusalsSayNothingOfIt(body: String) async throws {
    let client = IndoxHubClient(
      apiKey: "indox-test", configuration: .once.over(CannedAnswer(status: 422, body: body)))
    let error = await #expect(throws: MediaError.self) {
      try await client.submit(Kite(prompt: "p"))
    }
    #expect(error?.advice == nil)
  }
}
