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
  func argumentsBecomeARequest(arguments: [String], body: String) throws {
    let request = try #require(try MakeVideoCommand.parse(arguments).request())
    #expect(request.json == (try JSON(parsing: body)))
    #expect(request.violations().isEmpty)
  }

  @Test(arguments: [
    (["A fox", "--duration", "7"], "--duration 7: veo-3.1 takes one of 4, 6, 8."),
    (["A fox", "--aspect-ratio", "1:1"], "--aspect-ratio 1:1: veo-3.1 takes one of 16:9, 9:16."),
    (["A fox", "--model", "veo-9"], "veo-3.1-lite"),
    (["--base-url", "nowhere"], "'nowhere' is not an address."),
    (["--abandon", "7"], "'7' is not an ID."),
  ])
  func whatCannotBeIsRefused(arguments: [String], words: String) {
    let error = #expect(throws: (any Error).self) { try MakeVideoCommand.parse(arguments) }
    #expect(error.map { MakeVideoCommand.message(for: $0).contains(words) } == true)
  }

  @Test func withoutAPromptThereIsNothingNew() throws {
    #expect(try MakeVideoCommand.parse(["--output", "videos"]).request() == nil)
  }

  @Test func everyModelTakesAWishThatSaysNothingElse() throws {
    for model in VideoModel.allCases {
      let request = try model.request(for: VideoWish(prompt: "A fox"))
      #expect(type(of: request).model.name == model.rawValue)
      #expect(request.violations().isEmpty)
    }
  }
}
