public import ClipStudio
import Foundation
public import HooxSandbox

extension ClipMaker {
  /// A maker whose clips are played in process: no server, no key, no cost.
  ///
  /// - Parameters:
  ///   - prompt: What the field says at first.
  ///   - sandbox: The sandbox, which may have been told what is to go wrong.
  public static func inSandbox(
    prompt: String = "", _ sandbox: HooxSandbox = HooxSandbox()
  ) -> ClipMaker {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "clips-\(UUID().uuidString)", directoryHint: .isDirectory)
    let maker = ClipMaker(sandbox.client(), savingIn: folder)
    maker.prompt = prompt
    return maker
  }
}
