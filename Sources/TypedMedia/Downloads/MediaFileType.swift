package import Foundation

/// A type of file that results and uploads are of.
package struct MediaFileType: Hashable, Sendable {
  /// Without the dot: `mp4`.
  package let fileExtension: String
  /// The media type, as it is registered: `video/mp4`.
  package let mediaType: String
  /// `nil` for what is neither an image nor a video nor sound, as a scene or an archive.
  let kind: MediaKind?
  /// Tells whether the file is text, which no magic number tells from an error's message.
  let isText: Bool
  /// Further names that servers have for the media type.
  private let otherMediaTypes: [String]
  /// Further extensions.
  private let otherExtensions: [String]

  private init(
    _ kind: MediaKind?, _ fileExtension: String, _ mediaType: String, _ otherMediaTypes: String...,
    extensions: [String] = [], isText: Bool = false
  ) {
    self.fileExtension = fileExtension
    self.mediaType = mediaType
    self.kind = kind
    self.isText = isText
    self.otherMediaTypes = otherMediaTypes
    otherExtensions = extensions
  }

  /// The type that a server states, as in `Video/MP4; codecs=avc1`; `nil` when that is none of these.
  init?(contentType: String?) {
    guard let found = contentType.flatMap({ Self.byMediaType[Self.essence(of: $0)] }) else {
      return nil
    }
    self = found
  }

  /// The type of files that have an extension; `nil` when they are none of these, and may be harmful.
  init?(fileExtension: String) {
    guard let found = Self.byExtension[fileExtension.lowercased()] else { return nil }
    self = found
  }

  /// Names the content of `file`, going by its name; bytes of no particular kind when that says
  /// nothing.
  package static func contentType(of file: URL) -> String {
    MediaFileType(fileExtension: file.pathExtension)?.mediaType ?? "application/octet-stream"
  }

  /// A media type without its parameters, spelled so that two of them can be compared.
  static func essence(of contentType: String) -> String {
    contentType.prefix { $0 != ";" && $0 != "," }.trimmingCharacters(in: .whitespaces).lowercased()
  }

  private static let byMediaType = Dictionary(
    all.flatMap { type in ([type.mediaType] + type.otherMediaTypes).map { ($0, type) } },
    uniquingKeysWith: { first, _ in first })

  private static let byExtension = Dictionary(
    all.flatMap { type in ([type.fileExtension] + type.otherExtensions).map { ($0, type) } },
    uniquingKeysWith: { first, _ in first })
}

extension MediaFileType {
  static let png = Self(.image, "png", "image/png", "image/x-png", "image/apng")
  static let jpeg = Self(
    .image, "jpg", "image/jpeg", "image/jpg", "image/pjpeg", "image/x-jpeg",
    extensions: ["jpeg", "jpe", "jfif"])
  static let gif = Self(.image, "gif", "image/gif")
  static let webp = Self(.image, "webp", "image/webp", "image/x-webp")
  static let avif = Self(.image, "avif", "image/avif", "image/avif-sequence")
  static let heic = Self(
    .image, "heic", "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence",
    extensions: ["heif"])
  static let jpegXL = Self(.image, "jxl", "image/jxl")
  static let jpeg2000 = Self(.image, "jp2", "image/jp2", "image/jpx", extensions: ["jpx", "j2k"])
  static let tiff = Self(.image, "tiff", "image/tiff", "image/tif", extensions: ["tif", "dng"])
  static let bmp = Self(.image, "bmp", "image/bmp", "image/x-bmp", "image/x-ms-bmp")
  static let icon = Self(.image, "ico", "image/vnd.microsoft.icon", "image/x-icon")
  static let exr = Self(.image, "exr", "image/x-exr", "image/exr")
  static let radiance = Self(.image, "hdr", "image/vnd.radiance", "image/x-hdr")
  static let photoshop = Self(.image, "psd", "image/vnd.adobe.photoshop", "image/x-photoshop")
  static let svg = Self(.image, "svg", "image/svg+xml", "image/svg", isText: true)

  static let mp4 = Self(.video, "mp4", "video/mp4", "video/mpeg4", "application/mp4")
  static let m4v = Self(.video, "m4v", "video/x-m4v", "video/m4v")
  static let quickTime = Self(.video, "mov", "video/quicktime", "video/mov", extensions: ["qt"])
  static let webm = Self(.video, "webm", "video/webm")
  static let matroska = Self(.video, "mkv", "video/matroska", "video/x-matroska", "video/mkv")
  static let avi = Self(.video, "avi", "video/vnd.avi", "video/x-msvideo", "video/avi")
  static let mpeg = Self(.video, "mpg", "video/mpeg", "video/mpg", extensions: ["mpeg"])
  static let transportStream = Self(.video, "ts", "video/mp2t")
  static let threeGP = Self(.video, "3gp", "video/3gpp", "video/3gpp2", extensions: ["3g2"])
  static let flashVideo = Self(.video, "flv", "video/x-flv")
  static let windowsVideo = Self(.video, "wmv", "video/x-ms-wmv", "video/x-ms-asf")
  static let oggVideo = Self(.video, "ogv", "video/ogg")

  static let mp3 = Self(
    .audio, "mp3", "audio/mpeg", "audio/mp3", "audio/x-mp3", "audio/mpeg3", "audio/x-mpeg")
  static let m4a = Self(.audio, "m4a", "audio/mp4", "audio/x-m4a", "audio/m4a", extensions: ["m4b"])
  static let aac = Self(.audio, "aac", "audio/aac", "audio/x-aac", "audio/aacp")
  static let wav = Self(
    .audio, "wav", "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave", extensions: ["wave"])
  static let ogg = Self(
    .audio, "ogg", "audio/ogg", "application/ogg", "audio/vorbis", extensions: ["oga"])
  static let opus = Self(.audio, "opus", "audio/opus")
  static let flac = Self(.audio, "flac", "audio/flac", "audio/x-flac")
  static let webmAudio = Self(.audio, "weba", "audio/webm")
  static let matroskaAudio = Self(.audio, "mka", "audio/matroska", "audio/x-matroska")
  static let aiff = Self(
    .audio, "aiff", "audio/aiff", "audio/x-aiff", extensions: ["aif", "aifc"])
  static let caf = Self(.audio, "caf", "audio/x-caf")
  static let amr = Self(.audio, "amr", "audio/amr")
  static let midi = Self(.audio, "mid", "audio/midi", "audio/mid", extensions: ["midi"])
  static let windowsAudio = Self(.audio, "wma", "audio/x-ms-wma")

  static let glb = Self(nil, "glb", "model/gltf-binary")
  static let gltf = Self(nil, "gltf", "model/gltf+json", isText: true)
  static let usdz = Self(nil, "usdz", "model/vnd.usdz+zip", "model/vnd.pixar.usd")
  static let fbx = Self(nil, "fbx", "model/fbx", "application/vnd.autodesk.fbx")
  static let ply = Self(nil, "ply", "model/ply", "application/ply", isText: true)
  static let obj = Self(nil, "obj", "model/obj", "application/wavefront-obj", isText: true)
  static let stl = Self(nil, "stl", "model/stl", "application/sla")
  static let collada = Self(nil, "dae", "model/vnd.collada+xml", isText: true)
  static let pdf = Self(nil, "pdf", "application/pdf")
  static let zip = Self(nil, "zip", "application/zip", "application/x-zip-compressed")
  static let gzip = Self(
    nil, "gz", "application/gzip", "application/x-gzip", extensions: ["tgz"])
  static let json = Self(nil, "json", "application/json", "text/json", isText: true)
  static let webVTT = Self(nil, "vtt", "text/vtt", isText: true)
  static let subRip = Self(nil, "srt", "application/x-subrip", "text/srt", isText: true)
  static let timedText = Self(nil, "ttml", "application/ttml+xml", isText: true)
  static let csv = Self(nil, "csv", "text/csv", isText: true)
  static let markdown = Self(nil, "md", "text/markdown", isText: true)
  static let plainText = Self(nil, "txt", "text/plain", isText: true)

  /// Of two types that share a name, the first has it.
  private static let all = [
    png, jpeg, gif, webp, avif, heic, jpegXL, jpeg2000, tiff, bmp, icon, exr, radiance, photoshop,
    svg, mp4, m4v, quickTime, webm, matroska, avi, mpeg, transportStream, threeGP, flashVideo,
    windowsVideo, oggVideo, mp3, m4a, aac, wav, ogg, opus, flac, webmAudio, matroskaAudio, aiff,
    caf, amr, midi, windowsAudio, glb, gltf, usdz, fbx, ply, obj, stl, collada, pdf, zip, gzip,
    json, webVTT, subRip, timedText, csv, markdown, plainText,
  ]
}
