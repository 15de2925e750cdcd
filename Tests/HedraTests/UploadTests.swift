import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// Files come into the library as they are, and the key goes to the service alone.
@Suite(.timeLimit(.minutes(20))) final class UploadTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  let content = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
  let sandbox = HedraSandbox.ofFoxes()

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func file(_ name: String) throws -> URL {
    let file = folder.appending(path: name)
    try content.write(to: file)
    return file
  }

  /// The bytes that the sandbox has of `asset`.
  private func stored(_ asset: HedraAsset, by hedra: HedraClient) async throws -> Data {
    try Data(contentsOf: await hedra.download(asset, to: folder, named: "stored"))
  }

  @Test(arguments: [
    ("fox.png", HedraAssetType.image, HedraMedia.Kind.uploadedImage),
    ("fox.wav", .audio, .uploadedAudio),
  ])
  func aFileGoesIntoAForm(
    name: String, type: HedraAssetType, kind: HedraMedia.Kind
  ) async throws {
    let hedra = sandbox.client()
    let asset = try await hedra.upload(try file(name), as: type)
    #expect(asset.name == name)
    #expect(asset.type == type)
    #expect(asset.media?.kind == kind)
    #expect(asset.uuid != nil)
    #expect(try await stored(asset, by: hedra) == content)
    #expect(
      await sandbox.receivedRequests.map(\.endpoint).prefix(2) == [.createAsset, .uploadAsset])
    #expect(
      await sandbox.receivedRequests.first?.body == [
        "name": .string(name), "type": type.json,
      ])
  }

  /// The sandbox refuses whoever shows a key at the address of a video's file.
  @Test func aVideoGoesToAnAddressOfItsOwn() async throws {
    let hedra = sandbox.client()
    let asset = try await hedra.upload(try file("fox.mp4"), as: .video, named: "Fox")
    #expect(asset.name == "Fox")
    #expect(asset.media?.kind == .uploadedVideo)
    #expect(try await stored(asset, by: hedra) == content)
    #expect(await sandbox.requests(to: .presignedUpload).count == 1)
    #expect(await sandbox.requests(to: .uploadAsset).isEmpty)
  }

  @Test(arguments: [("fox.png", HedraAssetType.image), ("fox.mp4", .video)])
  func whatIsInMemoryIsUploadedAlike(name: String, type: HedraAssetType) async throws {
    let hedra = sandbox.client()
    let asset = try await hedra.upload(content, as: type, named: name)
    #expect(asset.name == name)
    #expect(try await stored(asset, by: hedra) == content)
  }

  @Test(arguments: ["http://127.0.0.1:9/a", "https://192.168.0.1/a"])
  func noFileGoesIntoAPrivateNetwork(address: String) async throws {
    let recorder = Recorder(answering: #"{"id": "a-1", "upload_url": "\#(address)"}"#)
    let error = await #expect(throws: MediaError.self) {
      try await recorder.client.upload(content, as: .video, named: "fox.mp4")
    }
    #expect(error?.code == .insecureAddress)
    #expect(recorder.requests.map(\.method) == ["POST"])
  }

  @Test func theFormHasTheFileAndItsType() async throws {
    let recorder = Recorder(answering: #"{"id": "a-1", "upload_url": null}"#)
    let asset = try await recorder.client.upload(try file("tide pool.PNG"), as: .image)
    #expect(asset.id == "a-1")
    let request = try #require(recorder.requests.last)
    #expect(request.url.path == "/web-app/public/assets/a-1/upload")
    #expect(request.headers["X-API-Key"] == HedraSandbox.apiKey)
    #expect(request.headers["Content-Type"]?.hasPrefix("multipart/form-data; boundary=") == true)
    // It is read from a file that is gone by now.
    guard case .file(let body)? = request.content else {
      Issue.record("The form was in memory.")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: body.path))
  }

  @Test func aFormIsSentAgainOnlyWhereItDidNotArrive() async throws {
    let hedra = sandbox.client()
    let photo = try file("fox.png")
    for fault in [SandboxFault.noConnection, .rateLimited(headers: [:])] {
      await sandbox.script(fault, for: .uploadAsset)
    }
    let asset = try await hedra.upload(photo, as: .image)
    #expect(try await stored(asset, by: hedra) == content)
    await sandbox.script(.lostAnswer, for: .uploadAsset)
    let before = await sandbox.requests(to: .uploadAsset).count
    let error = await #expect(throws: MediaError.self) {
      try await hedra.upload(photo, as: .image)
    }
    #expect(error?.code == .interrupted)
    #expect(await sandbox.requests(to: .uploadAsset).count == before + 1)
  }

  @Test func whatGoesToAnAddressOfItsOwnIsSentAgain() async throws {
    await sandbox.script(.lostAnswer, for: .presignedUpload)
    await sandbox.script(.serverError, for: .presignedUpload)
    let hedra = sandbox.client()
    let asset = try await hedra.upload(content, as: .video, named: "fox.mp4")
    #expect(await sandbox.requests(to: .presignedUpload).count == 3)
    #expect(try await stored(asset, by: hedra) == content)
  }

  @Test(arguments: [SandboxFault.body("[]"), .body("[{"), .body(#"[{"id": 7}]"#)])
  func aVideoThatTheServiceSaysNothingOfYetIsAnAssetAllTheSame(answer: SandboxFault) async throws {
    await sandbox.script(answer, for: .listAssets)
    let asset = try await sandbox.client().upload(content, as: .video, named: "fox.mp4")
    #expect(asset.type == .video)
    #expect(asset.media == nil)
    #expect(asset.object["upload_url"] == nil)
  }

  @Test func aFileThatIsNotThereIsAnError() async throws {
    for type in [HedraAssetType.image, .video] {
      let error = await #expect(throws: MediaError.self) {
        try await sandbox.client().upload(folder.appending(path: "no.png"), as: type)
      }
      #expect([.invalidRequest, .notUploaded].contains(error?.code))
    }
    #expect(
      await sandbox.receivedRequests.allSatisfy { $0.endpoint == .createAsset })
  }

  @Test func theAddressOfAnUploadIsNotPrinted() async throws {
    let asset = try await sandbox.client().createAsset(named: "fox.mp4", as: .video)
    #expect(asset.uploadURL?.query?.contains("signature") == true)
    #expect(!printedText(of: asset).contains("signature"))
    #expect(!printedText(of: [asset]).contains("signature"))
  }
}
