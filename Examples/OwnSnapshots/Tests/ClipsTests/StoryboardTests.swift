import Clips
import Hoox
import HooxSandbox
import Testing

@Suite struct StoryboardTests {
  let storyboard = Storyboard(opening: .asset("a"), ending: .asset("b"))

  @Test func clipsAreMadeWithoutAKeyOrANetwork() async throws {
    let clock = VirtualClock()
    let hoox = HooxSandbox(clock: clock).client()
    let clip = try await hoox.submit(storyboard.clip).job.result()
    #expect(clip.type == .video)
    let transition = try await hoox.submit(storyboard.transition).job.result()
    #expect(transition.status == .completed)
  }

  @Test func theTransitionHasBothPictures() {
    #expect(storyboard.transition.json["start_image"] == ["asset_id": "a"])
    #expect(storyboard.transition.json["end_image"] == ["asset_id": "b"])
  }

  @Test func theTypesAreThoseOfThisPackagesSnapshots() {
    #expect(ClipsModels.all.map { $0.model.name } == ["kling-pro", "veo-3.1"])
  }
}
