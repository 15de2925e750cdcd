public import Foundation

/// One image or video: where it is, or the file itself.
public struct IndoxHubResult: Hashable, Sendable {
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  /// The address of the file; `nil` when ``base64`` has it.
  public var url: URL? { object.url("url") ?? object.url("video_url") }
  /// The file, as Base64; `nil` when it is at ``url``.
  public var base64: String? { object["b64_json"]?.string }
  /// The file's bytes; `nil` when it is at ``url``.
  public var data: Data? { base64.flatMap { Data(base64Encoded: $0) } }
  /// The prompt as the provider changed it; only of an image.
  public var revisedPrompt: String? { object["revised_prompt"]?.string }
  /// The size of the file in bytes.
  public var fileSize: Int? { object["file_size"]?.int }
  /// The file's media type: `video/mp4`.
  public var contentType: String? { object["content_type"]?.string }
  /// The file's name.
  public var fileName: String? { object["file_name"]?.string }
  /// The place at which the service keeps the file, in its own terms.
  public var storageKey: String? { object["s3_key"]?.string }

  /// The results in an answer, in any of the forms that are documented; empty when there is none.
  ///
  /// A generation that is made at once has them in `data`
  /// (https://indoxhub.com/docs/api/responses/), a finished job as `result`
  /// (https://www.indoxhub.com/docs/usage/video/), in its `data`, or in `data` beside it.
  static func all(in answer: JSONObject) -> [IndoxHubResult] {
    let places = [answer["result"]?["data"], answer["result"], answer["data"]]
    return places.lazy.map { all(at: $0) }.first { !$0.isEmpty } ?? []
  }

  /// The results in one place, which is one or a list of them.
  static func all(at place: JSON?) -> [IndoxHubResult] {
    (place?.array ?? [place].compactMap { $0 }).compactMap(\.object)
      .filter { member in
        ["url", "video_url", "b64_json"].contains { member[$0]?.string?.isEmpty == false }
      }
      .map(IndoxHubResult.init)
  }
}

extension IndoxHubResult: Downloadable {
  /// The client whose results these are.
  public typealias ServiceClient = IndoxHubClient

  /// Locates its file, or takes the file itself where the answer has it; called as the service
  /// calls it, and else `result`.
  ///
  /// - Returns: The file, and the name to save it under.
  public func file() throws -> DownloadableFile {
    let last = fileName ?? url?.lastPathComponent
    let name = last.map { NSString(string: $0).deletingPathExtension }
    let named = name.flatMap { $0.isEmpty ? nil : $0 } ?? "result"
    if let url { return DownloadableFile(.address(url), named: named) }
    guard let data else {
      throw MediaError(
        .notSaved, "The result has neither an address nor a file.", service: "IndoxHub")
    }
    return DownloadableFile(.data(data, contentType: contentType), named: named)
  }
}
