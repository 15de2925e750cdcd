import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import Testing

/// A file of this machine, which the service cannot see: it takes public addresses alone.
@Suite(.timeLimit(.minutes(20))) struct LocalFileTests {
  @Test(arguments: ["/tmp/fox.png", "fox.png"])
  func aFileIsAViolationThatSaysWhatIsTakenAndNothingIsSent(path: String) async throws {
    let sandbox = HooxSandbox.played(clock: VirtualClock())
    let request = Lantern(prompt: "A fox", reference: .url(URL(filePath: path)))
    let violations = request.violations()
    #expect(Set(violations.map(\.instancePath)) == ["/references/0/url"])
    #expect(violations.contains { $0.message.contains("https://example.com/") })
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client().submit(request)
    }
    #expect(error?.code == .invalidRequest)
    #expect(error?.property == "/references/0/url")
    #expect(await sandbox.receivedRequests.isEmpty)
  }
}
