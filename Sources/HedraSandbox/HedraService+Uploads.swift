import Foundation
import TypedMedia
import TypedMediaTesting

/// An asset that was created to be uploaded.
struct HedraSandboxUpload: Sendable {
  let id: String
  let name: String
  let type: String
  let createdAt: Date
  /// What was uploaded; `nil` before.
  var file: MultipartReader.Part?
}

extension HedraService {
  mutating func createAsset(_ body: JSON?, at now: Duration) throws(HedraRefusal) -> JSON {
    guard let name = body?["name"]?.string else {
      throw .invalid("name", "is required", "missing")
    }
    guard let type = body?["type"]?.string,
      ["text", "image", "audio", "video", "voice", "three_d", "rich_text"].contains(type)
    else { throw .invalid("type", "must be an asset's type", "enum") }
    let workspace = body?["workspace_id"] ?? .null
    guard workspace.isNull || workspace.string != nil else {
      throw .invalid("workspace_id", "must be a string", "string_type")
    }
    let reserved = body?["reserved_asset_id"] ?? .null
    guard reserved.isNull || reserved.string.flatMap(UUID.init) != nil else {
      throw .invalid("reserved_asset_id", "must be a UUID", "uuid_parsing")
    }
    let upload = HedraSandboxUpload(
      id: reserved.string?.lowercased() ?? newID(), name: name, type: type,
      createdAt: date(at: now))
    uploads.append(upload)
    var answer: JSONObject = [
      "name": .string(name), "type": .string(type), "workspace_id": workspace,
      "reserved_asset_id": reserved,
    ]
    answer.set("id", upload.id)
    answer["upload_url"] = type == "video" ? .string(Self.presignedURL(of: upload.id)) : .null
    return .object(answer)
  }

  /// Takes a file in a form.
  mutating func upload(_ call: HedraCall) throws(HedraRefusal) -> JSON {
    guard let index = uploads.firstIndex(where: { $0.id == call.subject }) else {
      throw .notFound("Asset")
    }
    let parts = MultipartReader.parts(of: call.bytes, contentType: call.contentType)
    guard let file = parts?["file"], file.fileName != nil else {
      throw .invalid("file", "is required", "missing")
    }
    uploads[index].file = file
    return .object(asset(of: uploads[index]))
  }

  /// Takes or gives a file at an address that is its own permission. Who shows a key there shows it to a
  /// stranger, and is refused.
  mutating func exchangeFile(_ call: HedraCall, at now: Duration) -> TransportResponse {
    guard call.key == nil else { return TransportResponse(status: 400) }
    if call.endpoint == .file { return file(call.subject) }
    guard call.query["signature"] == Self.signature(of: call.subject),
      let index = uploads.firstIndex(where: { $0.id == call.subject })
    else { return TransportResponse(status: 403) }
    uploads[index].file = MultipartReader.Part(
      name: "file", fileName: uploads[index].name, contentType: call.contentType,
      data: call.bytes)
    return TransportResponse(status: 200)
  }

  /// The file at an address that an answer gave.
  private func file(_ name: String) -> TransportResponse {
    let id = name.prefix { $0 != "." }
    if let file = uploads.first(where: { $0.id == id })?.file {
      var headers: HeaderFields = ["Content-Length": "\(file.data.count)"]
      headers["Content-Type"] = file.contentType
      return TransportResponse(status: 200, headers: headers, body: .data(file.data))
    }
    let samples = [SampleMedia.image, .video, .audio]
    guard let sample = samples.first(where: { name.hasSuffix(".\($0.fileExtension)") }) else {
      return TransportResponse(status: 404)
    }
    return TransportResponse(sample)
  }

  func media(of upload: HedraSandboxUpload) -> JSONObject {
    let sample = Self.sample(upload.type)
    var media: JSONObject = ["type": .string("uploaded_\(upload.type)")]
    if ["image", "video"].contains(upload.type) {
      media.set("width", sample.width)
      media.set("height", sample.height)
    }
    media.set("duration_ms", sample.duration.map { Int($0 / .milliseconds(1)) })
    media["url"] = Self.url(upload.id, sample)
    if upload.type == "video" {
      media["download_url"] = media["url"]
      media["streaming_url"] = media["url"]
      media["poster_url"] = .null
    }
    return media
  }

  private static func presignedURL(of id: String) -> String {
    "https://\(uploadHost)/\(id)?signature=\(signature(of: id))"
  }

  private static func signature(of id: String) -> String { "for-\(id)" }
}
