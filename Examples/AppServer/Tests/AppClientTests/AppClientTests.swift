import AppClient
import Foundation
import Hoox
import HooxSandbox
import Testing

/// What an app gets that has a session and no key, from a server that has the key, at a real port.
@Suite(.serialized, .timeLimit(.minutes(20))) struct AppClientTests {
  @Test func anAppMakesAVideoWithoutAKey() async throws {
    let sandbox = HooxSandbox(pace: .quick)
    try await withServer(sandbox) { server in
      let app = server.app(session: "ada")
      let request = Veo3_1(prompt: "A tide pool", duration: .seconds4, generationCount: 2)
      let submission = try await app.submit(request)
      #expect(submission.jobs.count == 2)
      for job in submission.jobs {
        let video = try await job.result()
        let file = try await app.download(video, to: server.folder)
        #expect(try Data(contentsOf: file).dropFirst(4).starts(with: Data("ftyp".utf8)))
      }
      let sent = try #require(await sandbox.receivedRequests.first { $0.endpoint == .start }?.body)
      #expect(sent["duration"] == 4 && sent["generation_count"] == 2)
    }
  }

  @Test func anAppThatWasKilledFindsItsJobAgain() async throws {
    try await withServer(HooxSandbox(pace: .quick)) { server in
      let file = server.folder.appending(path: "jobs.jsonl")
      let id: String
      do {
        let app = server.app(session: "ada", ledger: try FileLedger(at: file))
        id = try await app.submit(Veo3_1(prompt: "A tide pool")).job.id
      }
      let app = server.app(session: "ada", ledger: try FileLedger(at: file))
      let job = try #require(try await app.recover().jobs.first)
      #expect(job.id == id)
      _ = try await job.result()
      try await job.acknowledge()
      #expect(try await app.recover().jobs.isEmpty)
    }
  }

  @Test func whoHasNoSessionSpendsNothing() async throws {
    let sandbox = HooxSandbox(pace: .quick)
    try await withServer(sandbox) { server in
      for session in ["eve", "ad", "adaa"] {
        let error = await #expect(throws: MediaError.self) {
          try await server.app(session: session).submit(Veo3_1(prompt: "A tide pool"))
        }
        #expect(error?.code == .sessionExpired)
      }
      // Nor does anyone learn how a job stands.
      let job = try await server.app(session: "ada").submit(Veo3_1(prompt: "A tide pool")).job
      let error = await #expect(throws: MediaError.self) {
        try await server.app(session: "eve").status(of: job.handle)
      }
      #expect(error?.code == .sessionExpired)
      #expect(await sandbox.receivedRequests.filter { $0.endpoint == .start }.count == 1)
    }
  }

  @Test(arguments: [
    (SandboxFault.lostAnswer, MediaError.Code.outcomeUnknown), (.unauthorized, .invalidKey),
    (.rateLimited(), .rateLimited), (.garbage, .outcomeUnknown),
  ])
  func whatGoesWrongBehindTheServerIsTold(
    fault: SandboxFault, code: MediaError.Code
  ) async throws {
    let sandbox = HooxSandbox(pace: .quick)
    await sandbox.script(fault, for: .start, times: 20)
    try await withServer(sandbox) { server in
      let error = await #expect(throws: MediaError.self) {
        try await server.app(session: "ada").submit(Veo3_1(prompt: "A tide pool"))
      }
      #expect(error?.code == code)
      #expect(error.map { "\($0)".contains(HooxSandbox.apiKey) } == false)
    }
  }

  @Test func whatCostsTooMuchIsRefused() async throws {
    let sandbox = HooxSandbox(pace: .quick)
    await sandbox.setBaseCost(61, of: "veo-3.1")
    try await withServer(sandbox) { server in
      let error = await #expect(throws: MediaError.self) {
        try await server.app(session: "ada").submit(Veo3_1(prompt: "A tide pool"))
      }
      #expect(error?.code == .tooExpensive)
    }
  }
}
