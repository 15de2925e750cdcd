import Foundation
import TypedMedia
import TypedMediaTesting

/// Uploads, and the files that there are.
extension FalService {
  mutating func initiateUpload(_ call: FalCall) -> TransportResponse {
    let name = "\(files.count + parts.count + 1)-\(call.body?["file_name"]?.string ?? "file")"
    let contentType = call.body?["content_type"]?.string ?? "application/octet-stream"
    files[name] = (Data(), contentType)
    let base =
      call.url.host == "rest.fal.ai"
      ? "https://\(Self.fileHost)" : Self.base(of: call.url).replacing("/queue", with: "/files")
    var components = URLComponents(string: base)
    components?.path += "/\(name)"
    let address = components?.string ?? base
    if call.endpoint == .initiateParts { parts[name] = [:] }
    return TransportResponse(
      status: 200,
      json: ["upload_url": .string("\(address)?token=t"), "file_url": .string(address)])
  }

  mutating func takeFile(_ call: FalCall) -> TransportResponse {
    guard files[call.id] != nil else { return TransportResponse(status: 403) }
    files[call.id]?.data = call.bytes
    return TransportResponse(status: 200)
  }

  mutating func takePart(_ call: FalCall) -> TransportResponse {
    guard parts[call.id] != nil, let number = Int(call.model) else {
      return TransportResponse(status: 403)
    }
    parts[call.id]?[number] = call.bytes
    return TransportResponse(status: 200, headers: ["ETag": "\"part-\(number)\""])
  }

  mutating func completeParts(_ call: FalCall) -> TransportResponse {
    let named = (call.body?["parts"]?.array ?? []).compactMap { part -> Int? in
      let number = part["partNumber"]?.int
      return part["etag"]?.string == number.map { "\"part-\($0)\"" } ? number : nil
    }
    guard let kept = parts[call.id], named == kept.keys.sorted(), !named.isEmpty else {
      return TransportResponse(status: 400)
    }
    files[call.id]?.data = named.reduce(into: Data()) { $0 += kept[$1] ?? Data() }
    return TransportResponse(status: 200)
  }

  func file(_ call: FalCall) -> TransportResponse {
    guard let file = files[call.id] else { return TransportResponse(status: 404) }
    return TransportResponse(
      status: 200,
      headers: ["Content-Type": file.contentType, "Content-Length": "\(file.data.count)"],
      body: .data(file.data))
  }
}
