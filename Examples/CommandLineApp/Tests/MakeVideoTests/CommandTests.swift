import Fal
import Hoox
import Testing

@testable import MakeVideo

/// What the command line is read as, and what is refused before anything happens.
@Suite struct CommandTests {
  @Test(arguments: [
    (["A fox"], #"{"prompt":"A fox"}"#),
    (["A fox", "--model", "veo-3.1", "--duration", "8"], #"{"prompt":"A fox","duration":8}"#),
    (
      ["A fox", "--model", "seedance-2.0", "--aspect-ratio", "21:9", "--duration", "15"],
      #"{"prompt":"A fox","aspect_ratio":"21:9","duration":15}"#
    ),
    (["A fox", "--model", "kling-v3-pro", "--duration", "3"], #"{"prompt":"A fox","duration":3}"#),
    (["A fox", "--model", "veo-3.1-lite", "--yes"], #"{"prompt":"A fox"}"#),
  ])
  func argumentsBecomeARequestToHoox(arguments: [String], body: String) throws {
    let command = try MakeVideoCommand.parse(arguments)
    let request = try #require(try command.request(to: HooxClient.self)).request
    #expect(request.json == (try JSON(parsing: body)))
    #expect(request.violations().isEmpty)
  }

  /// The same words, and another service's own types: one counts seconds, the other writes them.
  @Test(arguments: [
    (["A fox"], #"{"prompt":"A fox"}"#),
    (
      ["A fox", "--duration", "3", "--aspect-ratio", "1:1", "--max-cost", "1"],
      #"{"prompt":"A fox","duration":"3","aspect_ratio":"1:1"}"#
    ),
    (["A fox", "--model", "ltx-2.3", "--duration", "8"], #"{"prompt":"A fox","duration":8}"#),
  ])
  func argumentsBecomeARequestToFal(arguments: [String], body: String) throws {
    let command = try MakeVideoCommand.parse(arguments + ["--service", "fal"])
    let request = try #require(try command.request(to: FalClient.self)).request
    #expect(request.json == (try JSON(parsing: body)))
    #expect(request.violations().isEmpty)
  }

  @Test(arguments: [
    (["A fox", "--duration", "7"], "--duration 7: the model takes one of 4, 6, 8."),
    (["A fox", "--aspect-ratio", "1:1"], "--aspect-ratio 1:1: the model takes one of 16:9, 9:16."),
    (["A fox", "--model", "veo-9"], "hoox has no 'veo-9' here; there are veo-3.1, veo-3.1-lite"),
    (["A fox", "--service", "fal", "--model", "veo-3.1"], "fal has no 'veo-3.1' here"),
    (
      ["A fox", "--service", "fal", "--duration", "2"],
      "--duration 2: the model takes one of 3, 4, 5"
    ),
    (["--service", "fax"], "'fax' is not a service; there are hoox and fal."),
    (["--max-cost", "much"], "'much' is not an amount."),
    (["--base-url", "nowhere"], "'nowhere' is not an address."),
    (["--abandon", "7"], "'7' is not an ID."),
  ])
  func whatCannotBeIsRefused(arguments: [String], words: String) {
    let error = #expect(throws: (any Error).self) { try MakeVideoCommand.parse(arguments) }
    #expect(error.map { MakeVideoCommand.message(for: $0).contains(words) } == true)
  }

  @Test func withoutAPromptThereIsNothingNew() throws {
    let command = try MakeVideoCommand.parse(["--output", "videos"])
    #expect(try command.request(to: HooxClient.self) == nil)
  }

  @Test func everyModelTakesAWishThatSaysNothingElse() throws {
    let wish = VideoWish(prompt: "A fox")
    for model in HooxClient.VideoModel.allCases {
      let request = try HooxClient.request(for: wish, to: model)
      #expect(type(of: request).model.name == model.rawValue)
    }
    for model in FalClient.VideoModel.allCases {
      #expect(try FalClient.request(for: wish, to: model).violations().isEmpty)
    }
  }
}
