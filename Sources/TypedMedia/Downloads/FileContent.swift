package import Foundation

/// The kind of file that the first bytes tell.
package enum FileContent: Hashable, Sendable {
  /// A file of one of these types, of which the first is the likeliest. A container does not say at its
  /// beginning whether there are pictures in it.
  case file([MediaFileType])
  /// A page or a document of tags; what to call it.
  case markup(String)
  /// A JSON document.
  case json
  /// Text that is none of these.
  case text
  /// Bytes of no kind that is known.
  case unknown
  /// No bytes at all.
  case nothing

  /// The number of bytes that it takes to tell: those of a document may begin with a long comment.
  static let headLength = 4_096

  /// Reads the first bytes of a file, of which there should be ``headLength`` if it is so long.
  package init(head: Data) {
    let bytes = [UInt8](head.prefix(Self.headLength))
    if bytes.isEmpty {
      self = .nothing
    } else if let types = Self.types(of: bytes) {
      self = .file(types)
    } else {
      self = Self.content(ofText: bytes)
    }
  }
}

/// What binary files begin with.
extension FileContent {
  private static func types(of bytes: [UInt8]) -> [MediaFileType]? {
    let simple = signatures.first { signature in
      signature.parts.allSatisfy { part in bytes.hasText(part.text, at: part.offset) }
    }
    if let simple { return simple.types }
    if bytes.hasText("ftyp", at: 4) { return types(ofBrandsIn: bytes) }
    if bytes.hasText("OggS", at: 0) { return types(ofOgg: bytes) }
    if bytes.starts(with: [0x1a, 0x45, 0xdf, 0xa3]) {
      let isWebM = bytes.prefix(64).contains("webm")
      return isWebM ? [.webm, .webmAudio] : [.matroska, .matroskaAudio, .webm, .webmAudio]
    }
    return types(ofFrame: bytes)
  }

  private struct Signature {
    let types: [MediaFileType]
    let parts: [(text: String, offset: Int)]

    /// - Parameter text: Each scalar is a byte.
    init(_ text: String, at offset: Int = 0, and more: (String, Int)..., is types: MediaFileType...)
    {
      self.types = types
      parts = [(text, offset)] + more
    }
  }

  private static let signatures = [
    Signature("\u{89}PNG\r\n\u{1a}\n", is: .png),
    Signature("\u{ff}\u{d8}\u{ff}", is: .jpeg),
    Signature("GIF87a", is: .gif),
    Signature("GIF89a", is: .gif),
    Signature("RIFF", and: ("WEBP", 8), is: .webp),
    Signature("RIFF", and: ("WAVE", 8), is: .wav),
    Signature("RF64", and: ("WAVE", 8), is: .wav),
    Signature("RIFF", and: ("AVI ", 8), is: .avi),
    Signature("\u{ff}\u{0a}", is: .jpegXL),
    Signature("\0\0\0\u{0c}JXL ", is: .jpegXL),
    Signature("\0\0\0\u{0c}jP  ", is: .jpeg2000),
    Signature("II*\0", is: .tiff),
    Signature("MM\0*", is: .tiff),
    Signature("BM", and: ("\0\0\0\0", 6), is: .bmp),
    Signature("\0\0\u{01}\0", and: ("\0", 5), is: .icon),
    Signature("v/1\u{01}", is: .exr),
    Signature("#?RADIANCE", is: .radiance),
    Signature("#?RGBE", is: .radiance),
    Signature("8BPS\0", is: .photoshop),
    Signature("moov", at: 4, is: .quickTime),
    Signature("mdat", at: 4, is: .quickTime, .mp4),
    Signature("wide", at: 4, is: .quickTime),
    Signature("\0\0\u{01}\u{ba}", is: .mpeg),
    Signature("\0\0\u{01}\u{b3}", is: .mpeg),
    Signature("G", and: ("G", 188), ("G", 376), is: .transportStream),
    Signature("FLV\u{01}", is: .flashVideo),
    Signature("0&\u{b2}u\u{8e}f\u{cf}\u{11}", is: .windowsVideo, .windowsAudio),
    Signature("ID3", is: .mp3, .aac, .flac),
    Signature("fLaC", is: .flac),
    Signature("FORM", and: ("AIF", 8), is: .aiff),
    Signature("caff", is: .caf),
    Signature("#!AMR", is: .amr),
    Signature("MThd", is: .midi),
    Signature("glTF", and: ("\0\0\0", 5), is: .glb),
    Signature("Kaydara FBX Binary", is: .fbx),
    Signature("ply\n", is: .ply),
    Signature("ply\r\n", is: .ply),
    Signature("%PDF-", is: .pdf),
    Signature("PK\u{03}\u{04}", is: .zip, .usdz),
    Signature("\u{1f}\u{8b}\u{08}", is: .gzip),
    Signature("WEBVTT", is: .webVTT),
    Signature("\u{ef}\u{bb}\u{bf}WEBVTT", is: .webVTT),
  ]

  /// MP4 and its relatives say in brands what can read them: the first is the file's own, the others are
  /// of those that it is compatible with.
  private static func types(ofBrandsIn bytes: [UInt8]) -> [MediaFileType] {
    let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    let brands = stride(from: 8, to: min(length, bytes.count) - 3, by: 4).filter { $0 != 12 }
      .map { String(decoding: bytes[$0..<($0 + 4)], as: UTF8.self) }
    for brand in brands {
      switch brand {
      case "avif", "avis": return [.avif]
      case "heic", "heix", "heim", "heis", "hevc", "hevx": return [.heic]
      default: break
      }
    }
    switch brands.first ?? "" {
    case "mif1", "msf1": return [.heic]
    case "qt  ": return [.quickTime]
    case "M4A ", "M4B ", "M4P ": return [.m4a]
    case "M4V ", "M4VH", "M4VP": return [.m4v, .mp4]
    case let brand where brand.hasPrefix("3g"): return [.threeGP, .mp4, .m4a]
    default: return [.mp4, .m4a, .m4v, .quickTime]
    }
  }

  private static func types(ofOgg bytes: [UInt8]) -> [MediaFileType] {
    let beginning = bytes.prefix(256)
    if beginning.contains("theora") { return [.oggVideo] }
    if beginning.contains("OpusHead") { return [.opus, .ogg] }
    if beginning.contains("fishead") { return [.oggVideo, .ogg] }
    return [.ogg]
  }

  /// Sound without a container begins with a frame: eleven bits that are set, then what it is.
  private static func types(ofFrame bytes: [UInt8]) -> [MediaFileType]? {
    guard bytes.count > 2, bytes[0] == 0xff, bytes[1] & 0xe0 == 0xe0 else { return nil }
    if bytes[1] & 0xf6 == 0xf0 { return [.aac] }
    let (version, layer) = (bytes[1] >> 3 & 3, bytes[1] >> 1 & 3)
    let (bitRate, sampleRate) = (bytes[2] >> 4, bytes[2] >> 2 & 3)
    let isMPEG = version != 1 && (layer == 1 || layer == 2) && bitRate != 15 && sampleRate != 3
    return isMPEG ? [.mp3] : nil
  }
}

/// What texts begin with.
extension FileContent {
  private static func content(ofText bytes: [UInt8]) -> FileContent {
    // In UTF-16, every other byte of what tags are made of is zero.
    let isWide = [[0xff, 0xfe], [0xfe, 0xff], [0x3c, 0], [0, 0x3c, 0]].contains {
      bytes.starts(with: $0)
    }
    let isText = !bytes.contains { $0 < 32 && ![9, 10, 12, 13, 27].contains($0) }
    guard isWide || isText else { return .unknown }
    let blank = Set<UInt8>([9, 10, 12, 13, 32, 0xef, 0xbb, 0xbf, 0xff, 0xfe])
    let text = bytes.filter { $0 != 0 }.drop(while: blank.contains)
    let next = text.dropFirst().first { !blank.contains($0) }
    switch (text.first, next) {
    case (UInt8(ascii: "<"), _):
      return content(ofTags: String(decoding: text, as: UTF8.self)) ?? (isText ? .text : .unknown)
    case (UInt8(ascii: "{"), UInt8(ascii: "\"")), (UInt8(ascii: "{"), UInt8(ascii: "}")),
      (UInt8(ascii: "["), UInt8(ascii: "\"")), (UInt8(ascii: "["), UInt8(ascii: "{")),
      (UInt8(ascii: "["), UInt8(ascii: "[")), (UInt8(ascii: "["), UInt8(ascii: "]")):
      return .json
    default: return isText ? .text : .unknown
    }
  }

  /// Tells documents by the name of their first tag, behind declarations and comments; `nil` where there
  /// is none.
  private static func content(ofTags text: String) -> FileContent? {
    var rest = text[...]
    let declaration = /(?i)\s*(?:<\?xml[^>]*>|<!doctype(?!\s+html)(?:\[[^\]]*\]|[^>\[])*>)/
    let comment = /\s*<!--.*?-->/.dotMatchesNewlines()
    while let prolog = rest.prefixMatch(of: declaration)?.range
      ?? rest.prefixMatch(of: comment)?.range
    {
      rest = rest[prolog.upperBound...]
    }
    guard let tag = rest.prefixMatch(of: /\s*<(?:[A-Za-z][\w.\-]*:)?([A-Za-z][\w.\-]*)/) else {
      if rest.prefixMatch(of: /(?i)\s*<!doctype/) != nil { return .markup("an HTML page") }
      return rest.prefixMatch(of: /\s*<[!?]/) == nil ? nil : .markup("a document without media")
    }
    switch tag.1.lowercased() {
    case "svg": return .file([.svg])
    case "tt": return .file([.timedText])
    case "collada": return .file([.collada])
    case "html", "head", "body", "title", "meta", "script", "style", "div", "p", "center", "h1":
      return .markup("an HTML page")
    default: return .markup("a document of the kind <\(tag.1.prefix(40))>")
    }
  }
}

extension [UInt8] {
  /// Tells whether `text` is at `offset`, of which each scalar is a byte.
  fileprivate func hasText(_ text: String, at offset: Int) -> Bool {
    let scalars = text.unicodeScalars
    guard offset + scalars.count <= count else { return false }
    return zip(self[offset...], scalars).allSatisfy { UInt32($0) == $1.value }
  }
}

extension Collection<UInt8> {
  fileprivate func contains(_ text: String) -> Bool {
    String(decoding: self, as: UTF8.self).contains(text)
  }
}
