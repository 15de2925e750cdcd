import Foundation

/// The first bytes of files, which is as much of them as anybody looks at.
enum SampleFiles {
  static let png = bytes("\u{89}PNG\r\n\u{1a}\n\0\0\0\rIHDR")
  static let jpeg = bytes("\u{ff}\u{d8}\u{ff}\u{e0}\0\u{10}JFIF\0")
  static let gif = bytes("GIF89a\u{1}\0\u{1}\0")
  static let webp = bytes("RIFF\u{1a}\0\0\0WEBPVP8 ")
  static let mp4 = movie("isom", "isom", "avc1")
  static let quickTime = movie("qt  ")
  static let mp3 = bytes("ID3\u{4}\0\0")
  static let wav = bytes("RIFF\u{24}\0\0\0WAVEfmt ")
  static let webm = bytes("\u{1a}\u{45}\u{df}\u{a3}\u{9f}B\u{86}\u{81}\u{1}B\u{82}\u{84}webm")
  static let glb = bytes("glTF\u{2}\0\0\0")
  static let pdf = bytes("%PDF-1.7\n")
  static let svg = bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
  static let page = bytes("<!DOCTYPE html><html><body>Sign in</body></html>")
  /// Bytes of a kind that nobody knows.
  static let unknown = Data([7, 0, 1, 2, 3, 200, 201])

  /// The beginning of a file of MP4 or a relative, with the brands that it has.
  static func movie(_ brands: String...) -> Data {
    let others = brands.dropFirst().joined()
    let length = UInt8(16 + others.utf8.count)
    return Data([0, 0, 0, length]) + bytes("ftyp\(brands.first ?? "")\0\0\u{2}\0\(others)")
  }

  /// - Parameter text: Each scalar is a byte.
  static func bytes(_ text: String) -> Data {
    Data(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
  }
}
