import Aurora
import Foundation
import Testing
import TypedMediaTesting
import TypedMediaUpdating

/// Snapshots of a service of one's own, updated as those of the services that TypedMedia knows.
@Suite struct AuroraUpdateTests {
  private let sandbox = AuroraSandbox()
  private let folder = FileManager.default.temporaryDirectory.appending(path: "aurora-\(UUID())")

  private func update() async throws -> UpdateReport {
    try await CatalogUpdate(of: sandbox.client(), into: folder.path).run()
  }

  @Test func theSnapshotsAreMadeOfTheList() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try await update().added == ["aurora-video"])
    #expect(
      try await update().description == "added 0, changed 0, unchanged 1, gone 0, failed 0")
    let stamp = try JSON(parsing: Data(contentsOf: folder.appending(path: "snapshot.json")))
    #expect(stamp["service"] == "aurora")
    #expect(stamp["source"] == "https://aurora.example/v1")
  }

  @Test func whatChangesInSwiftIsTold() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try await update()
    let file = folder.appending(path: "aurora-video.json")
    let older = try String(contentsOf: file, encoding: .utf8).replacing("500", with: "100")
    try Data(older.utf8).write(to: file)
    let report = try await update()
    #expect(report.changed == ["aurora-video"])
    #expect(report.changes.hasPrefix("1 change (1 minor)"))
  }

  @Test func whatFailsChangesNothing() async throws {
    await sandbox.script(.error(403, code: "forbidden", "Not for you."), for: .models)
    let error = await #expect(throws: UpdateProblem.self) { try await update() }
    #expect(error?.kind == .unavailable)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func aModelIsFoundInTheList() async throws {
    let aurora = sandbox.client()
    #expect(try await aurora.models().map(\.label) == ["Aurora Video"])
    #expect(try await aurora.model("aurora-video").inputSchema == AuroraVideo.model.inputSchema)
    let error = await #expect(throws: MediaError.self) { try await aurora.model("dusk") }
    #expect(error?.code == .notFound)
  }

  @Test func theKeyIsInTheEnvironment() {
    let error = #expect(throws: MediaError.self) { try AuroraClient(environment: [:]) }
    #expect(error?.code == .invalidKey)
    #expect(throws: Never.self) { try AuroraClient(environment: ["AURORA_API_KEY": "secret"]) }
  }
}
