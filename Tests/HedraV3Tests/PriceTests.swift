import Foundation
import HedraV3
import HedraV3Sandbox
import ServiceTestSupport
import Testing

/// What requests cost, and who refuses to pay it.
@Suite(.timeLimit(.minutes(20))) struct PriceTests {
  let sandbox = HedraV3Sandbox.ofFoxes()

  @Test func aPriceIsInDollars() async throws {
    await sandbox.setCost(0.125, of: "fox")
    let price = try await sandbox.client().price(of: Fox(prompt: "A fox"))
    #expect(price.total == 0.125)
    #expect(price.currency == "USD")
    #expect(price.model == "fox")
    #expect(price.problem == nil)
    #expect(await sandbox.balance == 10)
    #expect(
      await sandbox.requests(to: .estimate).first?.body == ["input": ["prompt": "A fox"]])
  }

  @Test func whatCostsMoreIsNotSubmitted() async throws {
    let ledger = MemoryLedger()
    let hedra = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
    let error = try await mediaError {
      try await hedra.submit(Fox(prompt: "A fox"), maxCost: 0.04)
    }
    #expect(error.code == .tooExpensive)
    #expect(error.message == "The request costs 0.05 USD, and may cost 0.04 at most.")
    #expect(await sandbox.requests(to: .submit).isEmpty)
    let submission = try await hedra.submit(Fox(prompt: "A fox"), maxCost: 0.05)
    #expect(submission.cost == Cost(0.05, "USD"))
    #expect(await ledger.submissions().map(\.cost) == [Cost(0.05, "USD")])
  }

  /// The length of a sound is known only when the service has it.
  @Test func whatCannotBePricedIsNotSubmitted() async throws {
    let hedra = sandbox.client()
    let file = try await hedra.upload(Data("RIFF".utf8), named: "speech.wav")
    let request = try Sample.request(["audio": file.reference.json])
    let price = try await hedra.price(of: request)
    #expect(price.total == nil)
    #expect(price.problem?.contains("length of the audio") == true)
    let error = try await mediaError { try await hedra.submit(request, maxCost: 1_000) }
    #expect(error.code == .tooExpensive)
    #expect(error.message.contains("cannot be told beforehand"))
    #expect(await sandbox.requests(to: .submit).isEmpty)
    _ = try await hedra.submit(request)
  }

  @Test func whatIsWrongWithARequestIsSaidOfItsPriceToo() async throws {
    let hedra = sandbox.client()
    let error = try await mediaError {
      try await hedra.price(of: Sample.request(["num_outputs": 9]))
    }
    #expect(error.code == .invalidRequest)
    #expect(error.fieldErrors.map(\.field) == ["num_outputs"])
    let unknown = try await mediaError {
      try await hedra.price(
        of: RawRequest([:], to: ModelRecord(json: ["name": "hare", "input_schema": [:]])))
    }
    #expect(unknown.code == .notFound)
  }

  @Test func anEmptyWalletSaysWhatIsMissing() async throws {
    await sandbox.setBalance(0.01)
    let error = try await mediaError { try await sandbox.client().submit(Sample.request()) }
    #expect(error.code == .insufficientCredits)
    #expect(error.serviceCode == "INSUFFICIENT_BALANCE")
    let billing = try #require(error.hedraV3Failure?.billing)
    #expect(billing.balance == 0.01 && billing.required == 0.05 && billing.currency == "USD")
    #expect(billing.fundingURL?.host == "www.hedra.com")
  }

  @Test func theAccountIsAccountedFor() async throws {
    let hedra = sandbox.client()
    await sandbox.failNextJobs()
    let failed = try await hedra.submit(Sample.request()).job
    _ = try await mediaError { try await failed.result() }
    _ = try await hedra.submit(Sample.request(to: Sample.models[1])).job.result()
    let balance = try await hedra.balance()
    #expect(balance.amount == 9.95 && balance.currency == "USD" && balance.spent == nil)
    let usage = try await hedra.usage(by: .model)
    #expect(usage.spent == 0.05 && usage.jobCount == 2 && usage.grouping == .model)
    #expect(usage.parts.map(\.key) == ["fox", "fox-video"])
    #expect(usage.parts.map(\.spent) == [0, 0.05])
    let now = await sandbox.now
    let past = try await hedra.usage(
      from: now.addingTimeInterval(-2 * 86_400), to: now.addingTimeInterval(-86_400), by: .day)
    #expect(past.jobCount == 0 && past.parts.isEmpty)
    let transactions = try await hedra.transactions(pageSize: 2).reduce(into: []) { $0.append($1) }
    #expect(transactions.map(\.kind) == ["usage", "refund", "usage"])
    #expect(transactions.map(\.amount) == [-0.05, 0.05, -0.05])
  }
}
