import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import ServiceTestSupport
import Testing

/// The documentation's table of documented fields, held against the code.
@Suite(.timeLimit(.minutes(20))) struct CoverageTests {
  private func rows(_ way: String, of call: String? = nil) throws -> [CoverageRow] {
    try CoverageRow.all(of: "HooxCore").filter {
      $0.way == way && (call == nil || $0.call == call)
    }
  }

  @Test func everyFieldOfAnAssetsRequestIsSent() async throws {
    let rows = try rows("body", of: "POST asset/start")
    var names: [String: Set<String>] = [:]
    for field in HooxModels.all.flatMap({ $0.fields }) {
      names[field.wireName, default: []].insert(field.name)
    }
    // What accompanies a request to any model.
    for (field, swift) in [
      ("type", "HooxRequest.model"), ("model", "HooxRequest.model"),
      ("parent_media_id", "HooxOptions.placement"), ("folder_id", "HooxOptions.placement"),
      ("avatar_description", "HooxOptions.avatarDescription"),
      ("webhook_url", "HooxOptions.webhookURL"), ("file_name", "HooxOptions.fileName"),
    ] { names[field] = [swift] }
    // A model may have what was not yet documented when the table was written.
    #expect(Set(rows.map(\.field)).subtracting(names.keys) == [])
    for row in rows { #expect(names[row.field]?.sorted().joined(separator: ", ") == row.swift) }

    let sandbox = HooxSandbox.played()
    let hoox = sandbox.client()
    let folder = try await hoox.createFolder(named: "Foxes").id
    let url = try #require(URL(string: "https://app.example.com/hooks"))
    var sent: Set<String> = []
    for placement in [HooxOptions.Placement.folder(folder), .parent("p")] {
      let options = HooxOptions(
        placement: placement, avatarDescription: "d", webhookURL: url, fileName: "f")
      _ = try await hoox.submit(Pebble(prompt: "p"), options: options)
      sent.formUnion(await sandbox.receivedRequests.last?.body?.object?.keys ?? [])
    }
    for row in rows where row.swift.contains(".") { #expect(sent.contains(row.field), "\(row)") }
  }

  @Test(
    arguments: [
      ("POST avatar/create", "HooxNewAvatar", HooxNewAvatar.fields),
      ("POST avatar/edit", "HooxAvatarEdit", HooxAvatarEdit.fields),
    ])
  func everyFieldOfAnAvatarsRequestIsSent(
    call: String, type: String, fields: [RequestField]
  ) throws {
    let rows = try rows("body", of: call)
    var names = ["webhook_url": "HooxAvatarOptions.webhookURL"]
    for field in fields { names[field.wireName] = "\(type).\(field.name)" }
    #expect(Set(rows.map(\.field)) == Set(names.keys))
    for row in rows { #expect(names[row.field] == row.swift, "\(row)") }
  }

  @Test func everyOtherBodyIsSent() async throws {
    let sandbox = HooxSandbox.played()
    let hoox = sandbox.client()
    let query = HooxPriceQuery(
      model: "lantern", duration: 8, resolution: "720p", modelSettings: ["generateAudio": true],
      imageCount: 1, generationCount: 2)
    _ = try await hoox.price(query)
    let parent = try await hoox.createFolder(named: "a", kind: .assets).id
    _ = try await hoox.createFolder(named: "b", kind: .assets, in: parent)
    let look = try #require(try await hoox.avatars.looks().first)
    let url = try #require(URL(string: "https://app.example.com/hooks"))
    let edit = HooxAvatarEdit(
      avatarID: look.avatarID ?? "", lookID: look.id, prompt: "p", format: .vertical,
      resolution: .k2, style: .raw, upscale: false, imageURLs: [url], lookName: "n", place: .gym,
      tags: ["t"])
    let options = HooxAvatarOptions(webhookURL: url)
    _ = try await hoox.avatars.submit(edit, options: options)
    let new = HooxNewAvatar(
      .prompt("p", format: .vertical), style: .raw, resolution: .k2, name: "n", place: .gym,
      elementImages: [url])
    _ = try await hoox.avatars.submit(new, options: options)
    for (call, endpoint) in [
      ("POST asset/pricing", HooxSandbox.Endpoint.price), ("POST folder/create", .createFolder),
      ("POST avatar/edit", .editAvatar), ("POST avatar/create", .createAvatar),
    ] {
      let body = await sandbox.receivedRequests.last { $0.endpoint == endpoint }?.body
      // Images are in place of a prompt.
      let rows = try rows("body", of: call).filter { $0.field != "images" }
      #expect(Set(rows.map(\.field)) == Set(body?.object?.keys ?? []), "\(call)")
    }
    #expect(HooxNewAvatar(.images([url])).json == ["images": [url.json]])
  }

  @Test func everyItemOfAQueryIsSent() async throws {
    let sandbox = HooxSandbox.played()
    let hoox = sandbox.client(configuration: .once)
    _ = try await hoox.models(type: .video, provider: "kling", tag: "new")
    _ = try await hoox.folders(kind: .assets)
    _ = try await hoox.avatars.looks(
      HooxLookFilter(
        genders: ["a"], ageRanges: ["b"], ethnicities: ["c"], hairColors: ["d"], places: [.gym],
        actions: [.calling], emotions: [.bored], accessories: ["e"], isSelfie: true,
        isPublicOnly: true))
    _ = try await hoox.voices(
      HooxVoiceFilter(languages: ["en"], genders: ["a"], tags: ["b", "c"], isPublicOnly: true))
    _ = try? await hoox.avatars.job(look: "l", of: "a").status()
    let sent = await sandbox.receivedRequests.map { "\($0.method) \($0.url)" }
    let rows = try rows("query")
    #expect(rows.count == 20)
    for row in rows {
      #expect(
        sent.contains {
          $0.contains("v1/\(row.call.dropFirst(4))?") && $0.contains("\(row.field)=")
        }, "\(row)")
    }
    #expect(sent.contains { $0.contains("tags=b%2Cc") })
  }

  @Test func everyFieldOfAnAnswerIsRead() async throws {
    let read = try await CoverageReadings.ofHoox()
    let rows = try rows("answer")
    #expect(rows.count == read.count)
    for row in rows {
      let reading = try #require(read[row.call + " " + row.field], "\(row)")
      #expect(reading.swift == row.swift, "\(row)")
      #expect(reading.expected != nil, "\(row)")
      #expect(reading.value == reading.expected, "\(row)")
    }
  }
}
