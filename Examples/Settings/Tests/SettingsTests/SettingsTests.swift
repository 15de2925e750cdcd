import Copied
import MainActorApp
import MainActorLibrary
import PackageAccess
import SameNames
import Shadowing
import StrictApp
import StrictLibrary
import StrictMainActor
import SwiftFive
import Testing

@Suite struct SettingsTests {
  @Test func requestsSurviveAndAreUsableFromAnywhere() async throws {
    #expect(try await Copied.Use.everywhere())
    #expect(try await MainActorApp.Use.everywhere())
    #expect(try await MainActorLibrary.Use.everywhere())
    #expect(try await PackageAccess.Use.everywhere())
    #expect(try await SameNames.Use.everywhere())
    #expect(try await Shadowing.Use.everywhere())
    #expect(try await StrictApp.Use.everywhere())
    #expect(try await StrictLibrary.Use.everywhere())
    #expect(try await StrictMainActor.Use.everywhere())
    #expect(try await SwiftFive.Use.everywhere())
  }

  /// What a library makes public is used in modules with other settings.
  @Test func requestsOfAnotherModuleAreUsableToo() throws {
    let request = MainActorLibrary.Clock2(prompt: "A clock.", duration: .duration8)
    #expect(try request.validatedBody()["duration"] == 8)
    #expect(StrictLibrary.Clock2.defaultAspectRatio == .ratio16x9)
    #expect(MainActorLibrary.AllModels.all.count == 2)
  }
}
