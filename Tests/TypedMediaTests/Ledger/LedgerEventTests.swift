import Foundation
import Testing
import TypedMedia

/// How events are written, in a ledger's file and in a database of somebody's own.
@Suite struct LedgerEventTests {
  @Test(arguments: LedgerEvent.Kind.samples)
  func anEventReadsBackEqual(kind: LedgerEvent.Kind) throws {
    let event = LedgerEvent(kind, of: UUID(), at: Date(timeIntervalSince1970: 1_800_000_000.001))
    let text = try event.data()
    #expect(!text.contains(0x0A))
    #expect(try LedgerEvent(parsing: text) == event)
    let encoded = try JSONEncoder().encode(event)
    #expect(try JSONDecoder().decode(LedgerEvent.self, from: encoded) == event)
  }

  @Test func numbersAreKeptAsTheyWereWritten() throws {
    let body: JSON = [1.50, .number(JSONNumber("1e999") ?? 0), .number(JSONNumber("1.0") ?? 0)]
    let intent = LedgerIntent(service: "Acme", model: nil, path: [], body: body)
    let text = try LedgerEvent(.intended(intent), of: UUID()).data()
    #expect(String(decoding: text, as: UTF8.self).contains(#""body":[1.5,1e999,1.0]"#))
  }

  /// As they were written before there were accounts and responses, with members in another order.
  @Test(
    arguments: [
      (
        #"{"intended":{"_0":{"path":[],"service":"Acme","deduplicationIDs":[],"body":{"a":[1]}}}}"#,
        .intended(LedgerIntent(service: "Acme", model: nil, path: [], body: ["a": [1]]))
      ),
      (#"{"lost":{"reason":"r"}}"#, .lost(reason: "r")),
      (#"{"abandoned":{}}"#, .abandoned),
      (#"{"accepted":{"jobIDs":["a"]}}"#, .accepted(jobIDs: ["a"])),
      (#"{"acknowledged":{"jobID":"a","else":1}}"#, .acknowledged(jobID: "a")),
    ] as [(String, LedgerEvent.Kind)])
  func whatEarlierVersionsWroteIsRead(text: String, kind: LedgerEvent.Kind) throws {
    let id = UUID()
    let line = #"{"submission":"\#(id)","kind":\#(text),"date":1800000000250}"#
    let event = try LedgerEvent(parsing: Data(line.utf8))
    #expect(event == LedgerEvent(kind, of: id, at: Date(timeIntervalSince1970: 1_800_000_000.25)))
  }

  @Test(arguments: [
    #"{}"#, #"{"doubled":{}}"#, #"{"abandoned":{},"lost":{"reason":"r"}}"#, #"{"lost":{}}"#,
    #"{"accepted":{"jobIDs":[1]}}"#, #"{"intended":{}}"#, #""abandoned""#,
  ])
  func whatIsNoEventIsAnError(text: String) {
    let line = #"{"submission":"\#(UUID())","kind":\#(text),"date":0}"#
    #expect(throws: JSONMismatch.self) { try LedgerEvent(parsing: Data(line.utf8)) }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LedgerEvent.self, from: Data(line.utf8))
    }
  }

  /// Dates are the caller's, and any number of seconds is one.
  @Test(arguments: [1e300, -1e300, .infinity, .nan, 9.3e18])
  func noDateEndsTheProcess(seconds: Double) throws {
    let event = LedgerEvent(.abandoned, of: UUID(), at: Date(timeIntervalSince1970: seconds))
    #expect(try LedgerEvent(parsing: event.data()).kind == .abandoned)
  }

  /// Apple's systems give the threads that tasks run on 512 KB.
  @Test(arguments: [
    (99, true, true), (100, true, true), (101, true, false), (256, true, false),
    (257, false, false), (2_000, false, false),
  ])
  func aBodyOfAnyDepthFitsASmallStack(
    depth: Int, isKept: Bool, isEncoded: Bool
  ) async throws {
    let body = JSON.nested(depth)
    let object = (0..<depth).reduce(JSON.null) { json, _ in ["a": json] }
    let intents = [body, object].map {
      LedgerIntent(service: "Acme", model: nil, path: [], body: $0)
    }
    for kind in intents.map(LedgerEvent.Kind.intended)
      + [.accepted(jobIDs: ["a"], results: ["a": body])]
    {
      let event = LedgerEvent(kind, of: UUID())
      let isAsExpected = await onSmallStack {
        let text = try? event.data()
        let encoded = try? JSONEncoder().encode(event)
        let isRead = text.map { (try? LedgerEvent(parsing: $0)) == event } ?? true
        let isDecoded =
          encoded.map { (try? JSONDecoder().decode(LedgerEvent.self, from: $0)) == event } ?? true
        return (text != nil) == isKept && (encoded != nil) == isEncoded && isRead && isDecoded
      }
      #expect(isAsExpected)
    }
  }

  private func onSmallStack(_ body: @escaping @Sendable () -> Bool) async -> Bool {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }
}
