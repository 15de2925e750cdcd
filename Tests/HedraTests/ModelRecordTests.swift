import Hedra
import Testing

/// What becomes of a record of `GET /models`.
@Suite struct ModelRecordTests {
  @Test func aRecordWithoutANameIsRefused() {
    #expect(throws: JSONMismatch.self) { try ModelRecord.hedra(["id": "d1dd37a3"]) }
  }
}
