import Foundation
import Hoox
import HooxSandbox
import Rehearsal
import Testing
import WebhookServer

/// What an app gets from a server at a real port, whatever the sender does.
@Suite(.serialized, .timeLimit(.minutes(20))) struct WebhookServerTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func eachResultIsHandedOverOnceHoweverTheSenderErrs(seed: UInt64) async throws {
    let sender = UnreliableSender(seed: seed)
    let sandbox = HooxSandbox(
      pace: HooxSandbox.quick, requestsPerMinute: nil, webhooks: sender)
    await sandbox.failNextGenerations(3)
    let hoox = sandbox.quickClient(ledger: MemoryLedger())
    let app = App()
    try await withServer(hoox, for: app) { url, server in
      let ids = try await hoox.submit(24, webhooksTo: url)
      await sender.arrivals.reaches(24)
      let deliveries = await sender.deliver()
      for delivery in deliveries {
        #expect(delivery.status == delivery.mischief?.status ?? 200, "\(delivery)")
      }
      await server.finishWork()
      #expect(await app.counts == Dictionary(uniqueKeysWithValues: ids.map { ($0, 1) }))
      #expect(await app.failures == Set(ids.prefix(3)))
      #expect(try await hoox.recover().jobs.isEmpty)
      // All of it again costs not even a question.
      let questions = await sandbox.questions
      _ = await sender.deliver()
      await server.finishWork()
      #expect(await app.counts.values.allSatisfy { $0 == 1 })
      #expect(await sandbox.questions == questions)
    }
  }

  @Test func theAnswerComesWhileTheServiceIsStillAsked() async throws {
    let sender = UnreliableSender(seed: 4)
    let sandbox = HooxSandbox(
      pace: HooxSandbox.quick, requestsPerMinute: nil, webhooks: sender)
    let slow = HeldSandbox(sandbox: sandbox)
    let hoox = sandbox.quickClient(ledger: MemoryLedger(), over: slow)
    let app = App()
    try await withServer(hoox, for: app) { url, server in
      let ids = try await hoox.submit(12, webhooksTo: url)
      await sender.arrivals.reaches(12)
      let deliveries = await sender.deliver()
      #expect(deliveries.allSatisfy { $0.status == $0.mischief?.status ?? 200 })
      #expect(await app.counts.isEmpty)
      await slow.gate.open()
      await server.finishWork()
      #expect(await app.counts == Dictionary(uniqueKeysWithValues: ids.map { ($0, 1) }))
    }
  }

  @Test(arguments: Mischief.allCases.filter { $0 != .late })
  func whatIsGarbledCostsNothing(mischief: Mischief) async throws {
    let sandbox = HooxSandbox(pace: HooxSandbox.quick)
    let ledger = MemoryLedger()
    let hoox = sandbox.quickClient(ledger: ledger)
    let app = App()
    try await withServer(hoox, for: app) { url, server in
      // The server has looked for open jobs, and found none.
      await ledger.readings.reaches(1)
      let ids = try await hoox.submit(1, webhooksTo: nil)
      let garbled = mischief.done(to: .webhook(of: ids[0], to: url))
      #expect(try await URLSessionTransport().send(garbled).status == mischief.status)
      await server.finishWork()
      #expect(await sandbox.questions == 0)
      #expect(await app.counts.isEmpty)
      #expect(try await URLSessionTransport().send(.webhook(of: ids[0], to: url)).status == 200)
      await server.finishWork()
      #expect(await app.counts == [ids[0]: 1])
    }
  }

  @Test func whoeverComesToAFullBacklogIsToldToComeAgain() async throws {
    let sandbox = HooxSandbox(pace: HooxSandbox.quick, webhooks: URLSessionTransport())
    let slow = HeldSandbox(sandbox: sandbox)
    let hoox = sandbox.quickClient(ledger: MemoryLedger(), over: slow)
    let app = App()
    try await withServer(hoox, for: app, maximumBacklog: 2) { url, server in
      let ids = try await hoox.submit(4, webhooksTo: url)
      await slow.gate.arrivals.reaches(2)
      let refused = try await URLSessionTransport().send(.webhook(of: ids[3] + "0", to: url))
      #expect(refused.status == 503)
      // The sandbox sends again what was refused.
      await slow.gate.open()
      await app.handovers.reaches(4)
      await server.finishWork()
      #expect(await app.counts == Dictionary(uniqueKeysWithValues: ids.map { ($0, 1) }))
    }
  }

  @Test func whatWasMissedIsPickedUpAtTheNextStartAndWhatWasTakenIsNot() async throws {
    let sandbox = HooxSandbox(pace: HooxSandbox.quick, requestsPerMinute: nil)
    let ledger = MemoryLedger()
    let ids = try await sandbox.quickClient(ledger: ledger).submit(6, webhooksTo: nil)
    // The first server crashes over one of the results.
    let first = App(crashes: 1)
    try await withServer(sandbox.quickClient(ledger: ledger), for: first) { _, _ in
      await first.handovers.reaches(5)
    }
    let second = App()
    try await withServer(sandbox.quickClient(ledger: ledger), for: second) { url, server in
      await second.handovers.reaches(1)
      for id in ids {
        let answer = try await URLSessionTransport().send(.webhook(of: id, to: url))
        #expect(answer.status == 200)
      }
      await server.finishWork()
    }
    let counts = await first.counts.merging(second.counts) { $0 + $1 }
    #expect(counts == Dictionary(uniqueKeysWithValues: ids.map { ($0, 1) }))
  }

  @Test func aClientWithoutALedgerIsNotServed() {
    #expect(throws: MediaError.self) {
      try WebhookServer(HooxSandbox().client()) { _, _ in }
    }
  }
}

extension TransportRequest {
  /// A webhook that says that the job `id` is completed.
  static func webhook(of id: String, to url: URL) -> TransportRequest {
    let payload: JSON = [
      "task": "asset_generation", "asset_id": .string(id), "status": "completed",
    ]
    return TransportRequest(method: "POST", url: url, body: payload.data())
  }
}
