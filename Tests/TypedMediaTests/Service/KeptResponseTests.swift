import Foundation
import ServiceTestSupport
import Testing
import TypedMedia

/// What a service answers to a paid request survives, whatever it is.
@Suite struct KeptResponseTests {
  @Test(
    arguments: [
      (200, ["Location": "/jobs/j-7"], ""), (303, ["Location": "/jobs/j-7"], "See other"),
      (202, [:], #"{"data": {"job": "j-7"}}"#), (200, [:], "<html>j-7</html>"),
      (502, ["X-Job": "j-7"], "Bad gateway"),
    ] as [(Int, HeaderFields, String)])
  func whatNamesNoJobIsInTheErrorAndInTheLedger(
    status: Int, headers: HeaderFields, body: String
  ) async throws {
    let ledger = MemoryLedger()
    let connection = try connection(
      over: CannedTransport(status: status, headers: headers, body: body), ledger: ledger)
    let error = try await caught {
      try await connection.submit(Sample.purchase) { [try $0.object.id("id")] }
    }
    let response = try #require(error.response)
    #expect(response.status == status)
    #expect(response.body == body)
    for (name, value) in headers { #expect(response.headers[name.lowercased()] == value) }
    let submission = try #require(await ledger.submissions().first)
    guard case .lost(_, let kept) = submission.state else {
      Issue.record("It is \(submission.state).")
      return
    }
    #expect(kept == response)
    let stored = try JSONDecoder().decode(
      [LedgerEvent].self, from: JSONEncoder().encode(await ledger.events))
    #expect(LedgerSubmission.folding(stored).first?.state == submission.state)
  }

  @Test(arguments: ["", "null", "OK", #"{"ok": true}"#])
  func aCallThatOnlyWritesTakesAnyAnswerOfSuccess(body: String) async throws {
    let connection = try connection(over: CannedTransport(status: 204, body: body))
    let answer = try await connection.send(ServiceCall("DELETE", ["jobs", "j-1"], effect: .writes))
    #expect(answer.status == 204)
    #expect(answer.body == Data(body.utf8))
    if body.isEmpty { #expect(try answer.json == .null) }
    if body == "OK" { #expect(throws: MediaError.self) { try answer.json } }
  }

  @Test func aJobCanBeReadFromAHeaderField() async throws {
    let connection = try connection(
      over: CannedTransport(status: 202, headers: ["Location": "/jobs/j-7"], body: ""))
    let accepted = try await connection.submit(Sample.purchase) { answer in
      [answer.headers["Location"]?.split(separator: "/").last.map(String.init) ?? ""]
    }
    #expect(accepted.jobs.map(\.id) == ["j-7"])
  }

  @Test(
    arguments: [
      (#"{"id": 90071992547409931}"#, "90071992547409931"), (#"{"id": "j-1"}"#, "j-1"),
      (#"{"id": 1.5e3}"#, "1.5e3"),
    ])
  func aNumberServesAsAnID(body: String, id: String) async throws {
    let accepted = try await connection(over: CannedTransport(body: body))
      .submit(Sample.purchase) { [try $0.object.id("id")] }
    #expect(accepted.jobs.map(\.id) == [id])
  }

  /// What services send is read as it is; only what we send, and snapshots, have to be right.
  @Test(arguments: [
    #"{"id": "j-1", "prompt": "caf\ud83d"}"#, #"{"id": "x", "score": NaN, "id": "j-1"}"#,
    #"{"eta": Infinity, "id": "j-1"}"#, "\u{FEFF}{\"id\": \"j-1\"}",
  ])
  func anAnswerNeedNotBeStrictJSON(body: String) async throws {
    let accepted = try await connection(over: CannedTransport(body: body))
      .submit(Sample.purchase) { [try $0.object.id("id")] }
    #expect(accepted.jobs.map(\.id) == ["j-1"])
  }

  @Test func anAnswerInLatin1IsRead() async throws {
    let body = Data(#"{"id": "j-1", "city": "Z"#.utf8) + [0xFC] + Data(#"rich"}"#.utf8)
    let transport = CannedTransport { _ in TransportResponse(status: 200, body: .data(body)) }
    let answer = try await connection(over: transport).send(Sample.read)
    #expect(try answer.object["city"] == "Zürich")
  }

  @Test func anIDIsTakenOnceAndNotEmpty() throws {
    let object: JSONObject = ["ids": ["same", "", 7, "same", .null, ["id": "x"], 7]]
    #expect(try object.ids("ids") == ["same", "7"])
    #expect(throws: JSONMismatch.self) { try (["ids": ["", [:]]] as JSONObject).ids("ids") }
    #expect(throws: JSONMismatch.self) { try (["id": ""] as JSONObject).id("id") }
  }

  /// A secret may be a part of an ID by accident; whoever settles by hand needs the ID.
  @Test func identifiersStandWholeBesideABodyThatIsHidden() async throws {
    let body =
      #"{"job_id": "job-\#(Sample.key)-7", "data": [{"uuid": "u-\#(Sample.key)"}], "n": 3}"#
    let error = try await caught {
      try await connection(over: CannedTransport(body: body)).submit(Sample.purchase) {
        [try $0.object.id("id")]
      }
    }
    let response = try #require(error.response)
    #expect(!response.body.contains(Sample.key))
    #expect(
      response.identifiers == [
        "/job_id": "job-\(Sample.key)-7", "/data/0/uuid": "u-\(Sample.key)",
      ])
  }

  @Test func cookiesAreNotKept() async throws {
    let transport = CannedTransport(
      status: 500, headers: ["Set-Cookie": "session=1", "Via": "1.1 x"])
    let error = try await caught {
      try await connection(over: transport).send(Sample.read)
    }
    #expect(error.response?.headers == ["via": "1.1 x"])
  }

  private func connection(
    over transport: any Transport, ledger: (any JobLedger)? = nil
  ) throws -> ServiceConnection {
    try Sample.connection(
      over: transport, configuration: ClientConfiguration(ledger: ledger, retries: .never))
  }
}
