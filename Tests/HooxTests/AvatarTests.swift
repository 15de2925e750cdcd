import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import ServiceTestSupport
import Testing

/// Avatars and voices, as an app has them.
@Suite(.timeLimit(.minutes(20))) struct AvatarTests {
  private let clock = VirtualClock()

  @Test func anAvatarIsMadeAndSeenInAnAsset() async throws {
    let sandbox = HooxSandbox.played(credits: 100, clock: clock)
    let hoox = sandbox.client()
    let request = HooxNewAvatar(
      .prompt("A baker of sixty, smiling.", format: .horizontal), resolution: .k4,
      name: "Marthe", place: .kitchen)
    let submission = try await hoox.avatars.submit(request)
    #expect(request.documentedCost == 4)
    #expect(await sandbox.credits == 96)
    #expect(submission.cost == nil)
    var words: [String] = []
    for try await status in submission.job.updates where status.rawStatus != words.last {
      words.append(status.rawStatus)
    }
    #expect(words == ["pending", "completed"])
    let look = try await submission.job.result()
    #expect(look.id == submission.lookID && look.avatarID == submission.avatarID)
    #expect(look.avatarName == "Marthe" && look.place == .kitchen && look.format == "horizontal")
    #expect(look.thumbnailURL != nil && look.previewURL != nil && look.isSelfie == false)
    let asset = try await hoox.submit(Lantern(prompt: "She bakes.", reference: .look(look))).job
      .result()
    #expect(asset.status == .completed)
    let sent = await sandbox.receivedRequests.last { $0.endpoint == .start }
    #expect(sent?.body?["references"] == [["avatar_id": .string(look.id)]])
  }

  @Test(
    arguments: [
      (HooxNewAvatar(.prompt("p")), 2), (HooxNewAvatar(.prompt("p"), resolution: .k2), 2),
      (HooxNewAvatar(.prompt("p"), resolution: .k4), 4),
      (HooxNewAvatar(.images([Sample.photo]), resolution: .k4), 0),
    ] as [(HooxNewAvatar, Decimal)])
  func anAvatarCostsWhatIsDocumented(request: HooxNewAvatar, cost: Decimal) async throws {
    let sandbox = HooxSandbox(credits: 100, clock: clock)
    _ = try await sandbox.client().avatars.submit(request)
    #expect(request.documentedCost == cost)
    #expect(await sandbox.credits == 100 - cost)
  }

  @Test(
    arguments: [
      (nil, nil, "2"), (.k4, nil, "4"), (nil, true, "3.5"), (.k4, true, "5.5"),
      (.k2, false, "2"),
    ] as [(HooxAvatarResolution?, Bool?, String)])
  func anotherLookCostsWhatIsDocumented(
    resolution: HooxAvatarResolution?, upscale: Bool?, cost: String
  ) async throws {
    let sandbox = HooxSandbox(credits: 100, clock: clock)
    let hoox = sandbox.client()
    let look = try #require(try await hoox.avatars.looks().first)
    let request = HooxAvatarEdit(
      avatarID: try #require(look.avatarID), lookID: look.id, prompt: "With a hat.",
      resolution: resolution, upscale: upscale)
    #expect(request.documentedCost == Decimal(string: cost))
    _ = try await hoox.avatars.submit(request)
    #expect(await sandbox.credits == 100 - request.documentedCost)
  }

  @Test func aPublicAvatarIsCopiedBeforeItIsEdited() async throws {
    let hoox = HooxSandbox(clock: clock).client()
    let all = try await hoox.avatars.looks(HooxLookFilter(isPublicOnly: true))
    let look = try #require(all.first)
    let avatarID = try #require(look.avatarID)
    let first = try await hoox.avatars.submit(
      HooxAvatarEdit(avatarID: avatarID, lookID: look.id, prompt: "With a hat.", lookName: "Hat"))
    let hat = try await first.job.result()
    #expect(hat.avatarID != avatarID && hat.name == "Hat")
    // The copy is the space's own, and is edited itself.
    let own = try #require(hat.avatarID)
    let second = try await hoox.avatars.submit(
      HooxAvatarEdit(avatarID: own, lookID: hat.id, prompt: "At the beach.", place: .beach))
    #expect(try await second.job.result().avatarID == own)
    let avatar = try await hoox.avatars.avatar(own)
    #expect(avatar.name == "Ada")
    #expect(avatar.looks.map(\.name).suffix(2) == ["Hat", "Hat"])
    #expect(avatar.looks.allSatisfy { $0.avatarID == own })
    #expect(
      try await hoox.avatars.looks(HooxLookFilter(isPublicOnly: true)).map(\.id) == all.map(\.id))
  }

  @Test(
    arguments: [
      (HooxLookFilter(), 3), (HooxLookFilter(genders: ["female"]), 2),
      (HooxLookFilter(genders: ["female", "male"]), 3), (HooxLookFilter(places: [.beach]), 1),
      (HooxLookFilter(places: [.beach, .podcast]), 2), (HooxLookFilter(places: ["moon"]), 0),
      (HooxLookFilter(actions: [.cooking], emotions: [.happy]), 1),
      (HooxLookFilter(actions: [.cooking], emotions: [.sad]), 0),
      (HooxLookFilter(accessories: ["glasses"]), 1), (HooxLookFilter(isSelfie: true), 1),
      (HooxLookFilter(isSelfie: false), 2), (HooxLookFilter(ageRanges: ["senior"]), 1),
      (HooxLookFilter(ethnicities: ["african"], hairColors: ["grey"]), 1),
    ])
  func looksAreFiltered(filter: HooxLookFilter, count: Int) async throws {
    #expect(try await HooxSandbox(clock: clock).client().avatars.looks(filter).count == count)
  }

  @Test(
    arguments: [
      (HooxVoiceFilter(), ["Clara", "Hugo"]), (HooxVoiceFilter(languages: ["fr"]), ["Hugo"]),
      (HooxVoiceFilter(languages: ["fr", "en"], genders: ["female"]), ["Clara"]),
      (HooxVoiceFilter(tags: ["deep", "calm"], isPublicOnly: true), ["Clara", "Hugo"]),
      (HooxVoiceFilter(tags: ["shrill"]), []),
    ])
  func voicesAreFiltered(filter: HooxVoiceFilter, names: [String]) async throws {
    let hoox = HooxSandbox(clock: clock).client()
    let voices = try await hoox.voices(filter)
    #expect(voices.map(\.name) == names)
    for voice in voices { #expect(try await hoox.voice(voice.id) == voice) }
  }

  @Test func whatIsNotThereIsNotFound() async throws {
    let avatars = HooxSandbox(clock: clock).client(configuration: .once).avatars
    let look = try #require(try await avatars.looks().first)
    let other = try #require(try await avatars.looks().last)
    let asked: [() async throws -> Void] = [
      { _ = try await avatars.avatar("nope") },
      { _ = try await avatars.look("nope", of: look.avatarID ?? "") },
      { _ = try await avatars.look(other.id, of: look.avatarID ?? "") },
      { _ = try await avatars.job(look: look.id, of: "nope").status() },
      {
        _ = try await avatars.submit(
          HooxAvatarEdit(avatarID: look.avatarID ?? "", lookID: other.id, prompt: "p"))
      },
    ]
    for ask in asked {
      let error = await #expect(throws: MediaError.self) { try await ask() }
      #expect(error?.code == .notFound)
    }
  }

  @Test func aLookThatIsNotMadeSaysWhy() async throws {
    let sandbox = HooxSandbox(credits: 100, clock: clock)
    await sandbox.failNextGenerations(code: "FACE_NOT_FOUND", message: "There is no face")
    let avatars = sandbox.client().avatars
    let submission = try await avatars.submit(HooxNewAvatar(.images([Sample.photo])))
    let error = await #expect(throws: MediaError.self) { try await submission.job.result() }
    #expect(error?.code == .generationFailed)
    #expect(error?.message == "Hoox made nothing: There is no face")
    #expect(error?.isRefunded == nil)
    let (id, avatarID) = (try #require(submission.lookID), try #require(submission.avatarID))
    let look = try await avatars.look(id, of: avatarID)
    #expect(look.status == .failed && look.errorMessage == "There is no face")
  }

  /// What cannot be right is not sent.
  @Test(
    arguments: [
      (HooxNewAvatar(.images([])), "images"),
      (HooxNewAvatar(.images([URL(filePath: "/tmp/face.png")])), "images"),
      (
        HooxNewAvatar(.prompt("p"), elementImages: [URL(filePath: "/tmp/hat.png")]), "elementImages"
      ),
    ])
  func whatCannotBeFetchedIsNotSent(request: HooxNewAvatar, named: String) async throws {
    let sandbox = HooxSandbox(clock: clock)
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client().avatars.submit(request)
    }
    #expect(error?.code == .invalidRequest)
    #expect(error?.message.contains(named) == true, "\(error?.message ?? "")")
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test func aRequestIsReadBackStrictly() throws {
    let whole: JSON = [
      "prompt": "p", "format": "vertical", "style": "raw", "resolution": "4K", "name": "n",
      "place": "moon", "elementImages": ["https://a.b/c.png"],
    ]
    #expect(try HooxNewAvatar(json: whole).json == whole)
    let edit: JSON = [
      "avatar_id": "a", "look_id": "l", "prompt": "p", "format": "horizontal", "resolution": "2K",
      "style": "car", "upscale": true, "imageUrls": ["https://a.b/c.png"], "look_name": "n",
      "place": "gym", "tags": ["t"],
    ]
    #expect(try HooxAvatarEdit(json: edit).json == edit)
    for wrong: JSON in [
      [:], ["prompt": "p", "images": ["https://a.b/c.png"]], ["prompt": "p", "seed": 1],
      ["images": ["https://a.b/c.png"], "format": "vertical"], ["prompt": "p", "style": "oil"],
    ] {
      #expect(throws: JSONMismatch.self) { try HooxNewAvatar(json: wrong) }
      #expect(!HooxNewAvatar.snapshot.violations(in: wrong).isEmpty || wrong["seed"] != nil)
    }
  }

  @Test func aFormKnowsTheFields() {
    #expect(HooxNewAvatar.snapshot.problem == nil && HooxAvatarEdit.snapshot.problem == nil)
    let fields = HooxNewAvatar.fields
    #expect(fields.map(\.wireName).count == 8)
    #expect(Set(fields.prefix(3).map(\.name)) == ["source"])
    #expect(fields.first { $0.wireName == "resolution" }?.affectsCost == true)
    #expect(fields.allSatisfy { $0.summary != nil })
    #expect(
      HooxAvatarEdit.fields.filter(\.isRequired).map(\.name) == ["avatarID", "lookID", "prompt"])
  }

  @Test func aRequestWithoutATypeIsMadeToTheSameCalls() async throws {
    let hoox = HooxSandbox(clock: clock).client()
    let raw = try RawRequest(["prompt": "p", "style": "selfie"], to: HooxNewAvatar.model)
    #expect(try await hoox.avatars.submit(raw).job.result().isSelfie == true)
    let asset = try RawRequest(["prompt": "p"], to: Pebble.model)
    let error = await #expect(throws: MediaError.self) { try await hoox.avatars.submit(asset) }
    #expect(error?.message.contains("pebble makes no avatars") == true)
  }

  private enum Sample {
    static let photo = URL(string: "https://example.com/face.png") ?? URL(filePath: "/")
  }
}
