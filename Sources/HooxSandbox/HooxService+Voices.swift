import HooxCore
import TypedMedia
import TypedMediaTesting

/// The voices, which everybody has.
extension HooxService {
  static let voices = [
    voice(1, "Clara", language: "en", accent: "british", gender: "female", tags: ["warm", "calm"]),
    voice(2, "Hugo", language: "fr", accent: "parisian", gender: "male", tags: ["deep"]),
  ]

  func listVoices(_ query: [String: String]) throws(HooxRefusal) -> JSON {
    if let word = query["onlyPublic"], !["true", "false"].contains(word) {
      throw .invalidAvatar("onlyPublic", "onlyPublic must be true or false")
    }
    return .array(
      Self.voices.filter { voice in
        ["language", "gender", "tags"].allSatisfy { Self.fits(voice[$0] ?? .null, query[$0]) }
      })
  }

  func voice(_ id: String) throws(HooxRefusal) -> JSON {
    guard let voice = Self.voices.first(where: { $0["id"]?.string == id }) else {
      throw HooxRefusal(status: 404, message: "Voice not found", code: "VOICE_NOT_FOUND")
    }
    return voice
  }

  private static func voice(
    _ number: Int, _ name: String, language: String, accent: String, gender: String, tags: [String]
  ) -> JSON {
    let id = "662f8c1b000000000000000\(number)"
    return [
      "id": .string(id), "name": .string(name), "language": .string(language),
      "accent": .string(accent), "gender": .string(gender), "tags": tags.json,
      "preview": .string(address(of: id, .audio)), "source": "sandbox",
    ]
  }
}
