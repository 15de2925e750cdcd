import Foundation

/// Swift names for the names that services use.
///
/// A name depends on nothing but what it is made of, so that an addition elsewhere never changes it.
enum Identifier {
  /// `aspect_ratio` becomes `aspectRatio`; `generateAudio` stays.
  static func member(_ wireName: String) -> String {
    let words = words(of: wireName)
    guard let first = words.first else { return "value" }
    let name = lowercasedFirst(first) + words.dropFirst().map(capitalized).joined()
    return begun(name, with: "value")
  }

  /// `aspect_ratio` becomes `AspectRatio`.
  static func type(_ wireName: String) -> String {
    let name = words(of: wireName).map(capitalized).joined()
    return name.isEmpty ? "Value" : begun(name, with: "Value")
  }

  /// `luma/ray-v2` becomes `RayV2`, and `fal-ai/flux-2/edit` becomes `Flux2Edit`:
  /// whose the model is says nothing of it.
  static func model(_ name: String) -> String {
    let parts = name.split(separator: "/")
    let base = parts.count > 1 ? parts.dropFirst().joined(separator: "/") : name
    let words = words(of: base, keepingPoints: true)
    // A digit after a digit would read as one number: `2-5` is not 25.
    let joined = words.map(capitalized).reduce(into: "") { name, word in
      if endsWithDigit(name), beginsWithDigit(word) { name += "_" }
      name += word
    }
    return joined.isEmpty ? "Model" : begun(joined, with: "Model")
  }

  /// `references` becomes `reference`, `image_urls` becomes `image_url`.
  static func singular(_ wireName: String) -> String {
    if wireName.hasSuffix("ies") { return wireName.dropLast(3) + "y" }
    if wireName.hasSuffix("ss") || !wireName.hasSuffix("s") { return wireName }
    return String(wireName.dropLast())
  }

  /// The words of a name: letters and digits, ended by anything else.
  static func words(of name: String, keepingPoints: Bool = false) -> [String] {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return words(ofASCII: Array(name.utf8), keepingPoints: keepingPoints)
    }
    let plain = name.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
    var words: [String] = []
    var word = ""
    let characters = Array(plain)
    for (index, character) in characters.enumerated() {
      if character.isASCII, character.isLetter || character.isNumber {
        word.append(character)
      } else if keepingPoints, character == ".", word.last?.isNumber == true,
        index + 1 < characters.count, characters[index + 1].isNumber
      {
        word.append("_")
      } else {
        if !word.isEmpty { words.append(word) }
        word = ""
        // What has no Latin spelling is named by its code, rather than lost.
        if character.isLetter || character.unicodeScalars.contains(where: \.properties.isEmoji) {
          words.append(
            "u"
              + character.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "u"))
        }
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// The same for names of ASCII, which nearly all are.
  private static func words(ofASCII name: [UInt8], keepingPoints: Bool) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for (index, byte) in name.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), digits:
        word.append(byte)
      case UInt8(ascii: ".")
      where keepingPoints && word.last.map { digits ~= $0 } == true
        && name.dropFirst(index + 1).first.map { digits ~= $0 } == true:
        word.append(UInt8(ascii: "_"))
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        // Unicode counts these two among the emoji.
        if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "*") {
          words.append("u" + String(byte, radix: 16))
        }
      }
    }
    return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// Tells whether `text` can be declared as a type.
  static func isType(_ text: some StringProtocol) -> Bool {
    isValid(text) && text.first?.isUppercase == true
  }

  /// Tells whether `text` can be declared as a name, be it in back-quotes.
  static func isValid(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, isPart(first), !("0"..."9" ~= first),
      first == "_" || first.properties.isXIDStart
    else { return false }
    return text.unicodeScalars.allSatisfy(isPart) && text.contains { $0 != "_" }
  }

  /// `text`, if it can be a name, and else a name like it.
  static func harmless(_ text: String) -> String {
    guard !isValid(text) else { return text }
    var name = String.UnicodeScalarView(text.unicodeScalars.map { isPart($0) ? $0 : "_" })
    name.insert("_", at: name.startIndex)
    return String(name)
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else {
      return "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar || scalar == "_"
    }
    return scalar.properties.isXIDContinue && !Escaped.isHidden(scalar)
  }

  static func capitalized(_ word: String) -> String {
    if let acronym = acronym(word) { return acronym }
    // Words are of ASCII nearly always, and most of what they are asked is asked for each value.
    guard let first = word.utf8.first, isASCII(word) else {
      return word.prefix(1).uppercased() + word.dropFirst()
    }
    guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else { return word }
    return String(UnicodeScalar(first & ~0x20)) + word.dropFirst()
  }

  /// How a word is spelled that is spelled in one case; `nil` for any other.
  private static func acronym(_ word: String) -> String? {
    word.utf8.count <= longestAcronym ? acronyms[word.lowercased()] : nil
  }

  static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  /// Whether a name, which is of ASCII, begins with a digit.
  static func beginsWithDigit(_ name: String) -> Bool {
    name.utf8.first.map { digits ~= $0 } == true
  }

  /// Whether a name, which is of ASCII, ends with a digit.
  static func endsWithDigit(_ name: String) -> Bool { name.utf8.last.map { digits ~= $0 } == true }

  /// The word as a name begins with it: `URL` becomes `url`, `HDRMode` becomes `hdrMode`.
  static func lowercasedFirst(_ word: String) -> String {
    if isASCII(word), !word.utf8.contains(where: capitalLetters.contains) { return word }
    if word == word.uppercased() || acronym(word) != nil { return word.lowercased() }
    let capitals = word.prefix { $0.isUppercase }
    guard capitals.count > 1 else { return word.prefix(1).lowercased() + word.dropFirst() }
    return capitals.dropLast().lowercased() + word.dropFirst(capitals.count - 1)
  }

  private static func begun(_ name: String, with word: String) -> String {
    beginsWithDigit(name) ? word + name : name
  }

  private static let capitalLetters = UInt8(ascii: "A")...UInt8(ascii: "Z")

  /// Words that are spelled in one case, as the Swift API Design Guidelines ask.
  private static let acronyms = [
    "ai": "AI", "api": "API", "fps": "FPS", "gif": "GIF", "gpt": "GPT", "hdr": "HDR",
    "html": "HTML", "http": "HTTP", "https": "HTTPS", "id": "ID", "ids": "IDs", "jpeg": "JPEG",
    "json": "JSON", "llm": "LLM", "lora": "LoRA", "loras": "LoRAs", "mp3": "MP3", "mp4": "MP4",
    "png": "PNG", "rgb": "RGB", "sdxl": "SDXL", "tts": "TTS", "uri": "URI", "url": "URL",
    "urls": "URLs", "uuid": "UUID",
  ]

  private static let longestAcronym = acronyms.keys.map(\.utf8.count).max() ?? 0
}
