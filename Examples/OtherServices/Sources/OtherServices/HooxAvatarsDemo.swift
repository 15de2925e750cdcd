import Foundation
import Hoox
import HooxSandbox

/// A look of somebody whom everybody has, another of the same person, and a video with it, by Hoox.
struct HooxAvatarsDemo: Demo {
  static let name = "hoox-avatars"

  private let show: Show
  private let hoox: HooxClient

  init(_ show: Show) {
    self.show = show
    if let key = show.key(of: HooxClient.self) {
      hoox = HooxClient(apiKey: key)
    } else {
      let sandbox = HooxSandbox(pace: .init(pending: .milliseconds(400), generating: .seconds(1)))
      hoox = sandbox.client(configuration: show.sandboxConfiguration)
    }
  }

  func run() async throws {
    let kitchen = HooxLookFilter(places: [.kitchen], isPublicOnly: true)
    guard let look = try await hoox.avatars.looks(kitchen).first, let avatar = look.avatarID else {
      throw MediaError(.notFound, "Nobody stands in a kitchen.", service: "Hoox")
    }
    print("\(look.avatarName ?? look.id), \(look.name ?? "a look")")

    // The service has no call for the price of a look; its documentation says it.
    let edit = HooxAvatarEdit(
      avatarID: avatar, lookID: look.id, prompt: "She wears a straw hat.", lookName: "Straw hat")
    print("\(type(of: edit)): \(edit.documentedCost) credits")
    let hat = try await show.result(of: hoox.avatars.submit(edit).job)

    let film = Veo3_1(
      prompt: "She takes a loaf from the oven.", reference: .look(hat), aspectRatio: .ratio9x16)
    print("\(type(of: film)): \(try await hoox.price(of: film).totalCost) credits")
    let asset = try await show.result(of: hoox.submit(film).job)
    print("  saved \(try await hoox.download(asset, to: show.folder, named: "loaf").path)")
  }
}
