import Foundation
import Hoox
import HooxSandbox
import Testing

/// What the sandbox says of avatars to those that speak HTTP.
@Suite struct AvatarSandboxTests {
  private func send(
    _ method: String, _ path: String, _ body: JSON? = nil, to sandbox: HooxSandbox
  ) async throws -> (status: Int, json: JSON) {
    let url = try #require(URL(string: "\(HooxClient.defaultURL.absoluteString)/\(path)"))
    let response = try await sandbox.send(
      TransportRequest(
        method: method, url: url, headers: ["Authorization": "Bearer \(HooxSandbox.apiKey)"],
        body: body?.data()))
    var data = Data()
    for try await piece in response.body { data.append(piece) }
    return (response.status, try JSON(parsing: data))
  }

  @Test(
    arguments: [
      ("create", [:], "MISSING_PROMPT", "prompt"),
      ("create", ["name": "n"], "MISSING_PROMPT", "prompt"),
      ("create", ["prompt": 7], "INVALID_VALUE", "prompt"),
      ("create", ["prompt": "p", "style": "oil"], "INVALID_VALUE", "style"),
      ("create", ["prompt": "p", "resolution": "8K"], "INVALID_VALUE", "resolution"),
      ("create", ["prompt": "p", "seed": 1], "INVALID_VALUE", "seed"),
      ("create", ["images": []], "INVALID_VALUE", "images"),
      ("create", ["images": ["face.png"]], "INVALID_VALUE", "images.0"),
      ("create", ["imageUrls": ["face.png"]], "INVALID_VALUE", "images.0"),
      ("create", ["images": ["https://a.b/c"], "format": "vertical"], "INVALID_VALUE", "prompt"),
      ("create", ["prompt": "p", "images": ["https://a.b/c"]], "INVALID_VALUE", nil),
      ("create", ["prompt": "p", "webhook_url": 7], "INVALID_WEBHOOK_URL", "webhook_url"),
      ("create", ["prompt": "p", "webhook_url": "a"], "INVALID_WEBHOOK_URL", "webhook_url"),
      ("edit", ["prompt": "p"], "INVALID_VALUE", "avatar_id"),
      ("edit", ["avatar_id": "a", "look_id": "l"], "MISSING_PROMPT", "prompt"),
      (
        "edit", ["avatar_id": "a", "look_id": "l", "prompt": "p", "upscale": "yes"],
        "INVALID_VALUE", "upscale"
      ),
    ] as [(String, JSON, String, String?)])
  func whatIsWrongIsSaidAtItsField(
    call: String, body: JSON, code: String, field: String?
  ) async throws {
    let sandbox = HooxSandbox(credits: 100)
    let (status, answer) = try await send("POST", "avatar/\(call)", body, to: sandbox)
    #expect(status == 400)
    let found = answer["details"]?.array?.contains {
      $0["code"]?.string == code && $0["field"]?.string == field
    }
    #expect(found == true, "\(answer)")
    #expect(!answer.text().contains(#""field":"""#), "\(answer)")
    #expect(await sandbox.credits == 100)
  }

  @Test(
    arguments: [
      ("avatar/nope", 404, "Avatar not found"),
      ("avatar/662f8c1c0000000000000001/look/nope", 404, "Look not found"),
      ("avatar/nope/look/662f8c1c0000000000000011", 404, "Avatar not found"),
      ("avatar/status", 400, "Validation failed"),
      ("avatar/status?avatar_id=a", 400, "Validation failed"),
      ("avatar/status?avatar_id=a&look_id=l", 404, "Avatar not found"),
      ("avatar/list?selfie=perhaps", 400, "Validation failed"),
      ("voice/nope", 404, "Voice not found"), ("voice", 404, "Page not found"),
      ("avatar/a/b/c", 404, "Page not found"),
    ])
  func whatIsNotThereIsSaid(path: String, status: Int, message: String) async throws {
    let (found, answer) = try await send("GET", path, to: HooxSandbox())
    #expect(found == status)
    #expect(answer["error"]?.string == message)
  }

  @Test func theCreditsRunOut() async throws {
    let (status, answer) = try await send(
      "POST", "avatar/create", ["prompt": "p"], to: HooxSandbox(credits: 1))
    #expect(status == 402 && answer["code"] == "INSUFFICIENT_CREDITS")
    let images: JSON = ["imageUrls": ["https://a.b/c"]]
    #expect(
      try await send("POST", "avatar/create", images, to: HooxSandbox(credits: 0)).status == 201)
  }

  @Test func anAvatarIsInTheListWhenItIsThere() async throws {
    let clock = VirtualClock()
    let sandbox = HooxSandbox(clock: clock)
    let made = try await send("POST", "avatar/create", ["prompt": "p"], to: sandbox).json
    let (avatar, look) = (
      try #require(made["avatar_id"]?.string), try #require(made["look_id"]?.string)
    )
    func isListed() async throws -> Bool {
      let list = try await send("GET", "avatar/list", to: sandbox).json
      return list.array?.contains { $0["id"]?.string == look } == true
    }
    let query = "avatar/status?avatar_id=\(avatar)&look_id=\(look)"
    #expect(try await send("GET", query, to: sandbox).json["status"] == "pending")
    #expect(try await !isListed())
    clock.advance(by: .seconds(60))
    let status = try await send("GET", query, to: sandbox).json
    #expect(status["status"] == "completed" && status["result"]?["id"]?.string == look)
    #expect(status["avatar_id"]?.string == avatar && status["look_id"]?.string == look)
    #expect(try await isListed())
  }

  @Test func theFilesThatAreLinkedToAreServed() async throws {
    let sandbox = HooxSandbox()
    let hoox = sandbox.client()
    let look = try #require(try await hoox.avatars.looks().first)
    let voice = try #require(try await hoox.voices().first)
    let avatar = try await hoox.avatars.avatar(try #require(look.avatarID))
    for (address, type) in [
      (look.thumbnailURL, "image/png"), (look.previewURL, "video/mp4"),
      (voice.previewURL, "audio/wav"), (avatar.thumbnailURL, "image/png"),
    ] {
      let response = try await sandbox.send(
        TransportRequest(method: "GET", url: try #require(address)))
      #expect(response.status == 200 && response.headers["Content-Type"] == type)
    }
  }

  @Test func creditsOfALookThatFailsComeBackOnce() async throws {
    let clock = VirtualClock()
    let sandbox = HooxSandbox(credits: 10, clock: clock)
    await sandbox.failNextGenerations()
    _ = try await sandbox.client().avatars.submit(HooxNewAvatar(.prompt("p"), resolution: .k4))
    #expect(await sandbox.credits == 6)
    for _ in 0..<2 {
      clock.advance(by: .seconds(60))
      #expect(await sandbox.credits == 10)
    }
  }
}
