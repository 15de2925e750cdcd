import Foundation
import Testing
import TypedMedia

struct ClosedValueTests {
  private enum Seconds: Int, ClosedValue {
    case seconds4 = 4
    case seconds8 = 8
  }

  /// A value that is a number or a text, as the generator writes it.
  private enum Seed: ClosedValue {
    case random
    case none

    var rawValue: JSON {
      switch self {
      case .random: "random"
      case .none: 0
      }
    }
  }

  @Test func eachValueIsFoundByWhatIsSent() {
    #expect(Clip.Ratio(rawValue: "16:9") == .wide)
    #expect(Clip.Ratio(rawValue: "9:16") == .tall)
    #expect(Clip.Ratio(rawValue: "1:1") == nil)
    #expect(Seconds(rawValue: 8) == .seconds8)
    #expect(Seconds(rawValue: 7) == nil)
    #expect(Seed(rawValue: "random") == .random)
    #expect(Seed(rawValue: 0) == Seed.none)
    #expect(Seed(rawValue: 1) == nil)
  }

  @Test func valuesAreComparedAndHashed() {
    #expect(Clip.Ratio.wide != .tall)
    #expect(Set(Clip.Ratio.allCases + Clip.Ratio.allCases).count == 2)
    #expect(Set(Seed.allCases + [.random]) == [.random, .none])
    #expect(Clip.Ratio.wide.hashValue == Clip.Ratio.wide.hashValue)
  }

  @Test func valuesSurviveFoundationsCoders() throws {
    let data = try JSONEncoder().encode(Clip.Ratio.allCases)
    #expect(String(decoding: data, as: UTF8.self) == #"["16:9","9:16"]"#)
    #expect(try JSONDecoder().decode([Clip.Ratio].self, from: data) == [.wide, .tall])
    #expect(
      try JSONDecoder().decode([Seconds].self, from: Data("[8,4]".utf8)) == [.seconds8, .seconds4])
    let seeds = try PropertyListEncoder().encode(Seed.allCases)
    #expect(try PropertyListDecoder().decode([Seed].self, from: seeds) == Seed.allCases)
  }

  @Test func whatIsNoValueIsRefusedWithThoseThatAre() {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Clip.Ratio].self, from: Data(#"["16:9","1:1"]"#.utf8))
    }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("The error is \(String(describing: error)).")
      return
    }
    #expect(context.codingPath.map(\.intValue) == [1])
    #expect(context.debugDescription.contains(#"is "1:1", not one of "16:9", "9:16""#))
  }

  /// What a protocol promises, an app may rely on for all requests.
  @Test func everyRequestIsHashableAndCodable() throws {
    func copy<Request: GenerationRequest>(of request: Request) throws -> Set<Request> {
      [request, try JSONDecoder().decode(Request.self, from: JSONEncoder().encode(request))]
    }
    struct Wish: GenerationRequest {
      static let snapshot = ModelSnapshot(embedded: #"{"name":"wish","input_schema":{}}"#)
      var prompt: String
      init(prompt: String) { self.prompt = prompt }
      init(from object: JSONObject) throws { prompt = try object.required("prompt") }
      func encode(to object: inout JSONMembers) { object.set("prompt", prompt) }
    }
    #expect(try copy(of: Wish(prompt: "A fox.")).count == 1)
    #expect(Wish(prompt: "A fox.").description == #"Wish {"prompt":"A fox."}"#)
  }
}
