import Foundation
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaUpdating

/// How models are looked up, without a service.
@Suite struct ModelReadingsTests {
  struct Refused: Error, CustomStringConvertible { let description = "The tide is out." }

  private static func record(_ name: String) throws -> ModelRecord {
    try ModelRecord(json: JSON(parsing: Data(Samples.model(name).utf8)))
  }

  /// A model that is looked up in vain, or found.
  private static func model(_ name: String, fails: Bool = false) -> OfferedModel {
    OfferedModel(name: name) { _ in
      guard !fails else { throw Refused() }
      return try record(name)
    }
  }

  @Test func oneThatFailsTakesNothingFromTheOthers() async throws {
    let names = (0..<20).map { "m\($0)" }
    let models = names.map { Self.model($0, fails: $0.hasSuffix("7")) }
    var progress: [String] = []
    let readings = await ModelReadings(of: models, replacing: [:]) { name, _, done, total in
      progress.append("\(name) \(done)/\(total)")
    }
    #expect(progress.count == 20)
    #expect(progress.last?.hasSuffix(" 20/20") == true)
    for name in names {
      switch readings.byName[name] {
      case .record(let record): #expect(try record == Self.record(name))
      case .failed(let reason):
        #expect(name.hasSuffix("7"))
        #expect(reason == "The tide is out.")
      default: Issue.record("\(name) is lost")
      }
    }
  }

  /// No more are looked up than the limit, and the first wait for each other.
  @Test(.timeLimit(.minutes(20)), arguments: [1, 3])
  func onlyAFewAreLookedUpAtOnce(limit: Int) async throws {
    let (gauge, gate) = (Gauge(), Gate())
    let models = (0..<12).map { number in
      OfferedModel(name: "m\(number)") { _ in
        await gauge.during { await gate.pass() }
        return nil
      }
    }
    async let readings = ModelReadings(of: models, replacing: [:], atOnce: limit)
    try await gate.arrived(limit)
    gate.open()
    _ = await readings
    #expect(await gauge.passed == 12)
    #expect(await gauge.most == limit)
  }

  @Test func theOldRecordIsAtHand() async throws {
    let old = try Self.record("aurora")
    let model = OfferedModel(name: "aurora") { $0 }
    let readings = await ModelReadings(of: [model], replacing: ["aurora": old])
    guard case .record(let record) = readings.byName["aurora"] else {
      Issue.record("There is no record.")
      return
    }
    #expect(record == old)
  }

  @Test func aNameThatIsListedTwiceIsNobodys() async {
    let models = [Self.model("a"), Self.model("b"), Self.model("a")]
    let readings = await ModelReadings(of: models, replacing: [:])
    #expect(Self.reason(readings.byName["a"]) == "The name is listed 2 times.")
    #expect(Self.reason(readings.byName["b"]) == nil)
  }

  @Test(arguments: [
    (#"{"name": "dusk", "input_schema": {"type": "object"}}"#, "The answer is the record of dusk."),
    (#"{"name": "aurora"}"#, "No type can be made of it: the record has no \"input_schema\""),
    (#"{"name": "aurora", "input_schema": [1]}"#, "No type can be made of it: the record has no"),
  ])
  func aRecordThatABuildWouldFailOnIsNone(text: String, reason: String) async throws {
    let record = try ModelRecord(json: JSON(parsing: Data(text.utf8)))
    let reading = await OfferedModel(name: "aurora") { _ in record }.reading(replacing: nil)
    #expect(Self.reason(reading)?.hasPrefix(reason) == true)
  }

  private static func reason(_ reading: ModelReading?) -> String? {
    guard case .failed(let reason) = reading else { return nil }
    return reason
  }
}

/// Counts how many are in it at once.
private actor Gauge {
  private var present = 0
  private(set) var most = 0
  private(set) var passed = 0

  func during(_ body: @Sendable () async -> Void) async {
    present += 1
    most = max(most, present)
    await body()
    present -= 1
    passed += 1
  }
}
