import Testing
import TypedMediaSchema

@testable import TypedMediaGenerator

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("aspect_ratio", "aspectRatio"), ("generateAudio", "generateAudio"), ("prompt", "prompt"),
    ("asset_id", "assetID"), ("url", "url"), ("image_url", "imageURL"), ("URL", "url"),
    ("imageURL", "imageURL"), ("HDRMode", "hdrMode"), ("cfg-scale", "cfgScale"),
    ("2nd_image", "value2ndImage"), ("naïve_mode", "naiveMode"), ("été", "ete"), ("", "value"),
    ("🎨", "u1f3a8"), ("a  b", "aB"), ("_x_", "x"), ("NASA_id", "nasaID"), ("4K", "value4k"),
    ("https_urls", "httpsURLs"), ("x_2_3", "x23"), ("éTé_URL", "eTeURL"),
    ("a#b", "aU23B"), ("a\r\nb", "aB"), ("ｗｉｄｅ", "wide"),
  ])
  func wireNamesBecomeMembers(wire: String, swift: String) {
    #expect(Identifier.member(wire) == swift)
  }

  @Test(arguments: [
    ("veo-3.1", "Veo3_1"), ("google/imagen-3.0-generate-002", "Imagen3_0Generate002"),
    ("seedance-2.0", "Seedance2_0"), ("kling-o3-edit-pro", "KlingO3EditPro"),
    ("z-image-turbo", "ZImageTurbo"), ("gpt-image-2", "GPTImage2"), ("veo-3.1-flf", "Veo3_1Flf"),
    ("imagen-4.0-fast-2-5", "Imagen4_0Fast2_5"), ("4o-image", "Model4oImage"), ("/", "Model"),
  ])
  func modelNamesBecomeTypes(wire: String, swift: String) {
    #expect(Identifier.model(wire) == swift)
  }

  @Test(arguments: [
    ("aspect_ratio", "16:9", "ratio16x9"), ("ratio", "2.35:1", "ratio2_35x1"),
    ("resolution", "720p", "p720"), ("resolution", "4K", "k4"), ("resolution", "4k", "k4"),
    ("size", "1280x720", "size1280x720"), ("size", "1024*1024", "size1024x1024"),
    ("duration", "8s", "seconds8"), ("duration", "1.5 sec", "seconds1_5"),
    ("rate", "24fps", "fps24"),
    ("model_version", "1.6", "version1_6"), ("style", "3d-render", "style3dRender"),
    ("mode", "standard", "standard"), ("mode", "Ultra HD", "ultraHD"), ("mode", "auto", "auto"),
    ("motion", "none", "motionNone"), ("mode", "", "empty"), ("sign", "+", "sign_u2b"),
    ("ratio", " 16:9 ", "ratio16x9"), ("key", "#1", "u23_1"), ("sign", "*", "u2a"),
    ("voice", "Some", "voiceSome"), ("mode", "1 2", "mode1_2"), ("mode", "a\u{301}b", "ab"),
    ("version", "v1.5.x", "v1_5X"), ("mode", "FAST", "fast"), ("language", "日本", "u65e5U672c"),
    ("image_2", "512", "image512"), ("2", "512", "value512"), ("lora_2nd", "none", "loraNone"),
  ])
  func valuesBecomeCases(property: String, value: String, swift: String) {
    #expect(Identifier.value(value, of: property) == swift)
  }

  @Test(arguments: [
    (8, "duration", true, "seconds8"), (24, "frame_rate", false, "rate24"),
    (-1, "seed", false, "seedMinus1"), (5, "video_2", false, "video5"),
  ])
  func wholeNumbersBecomeCases(value: Int, property: String, isSeconds: Bool, swift: String) {
    #expect(Identifier.value(value, of: property, isSeconds: isSeconds) == swift)
  }

  @Test(arguments: [
    ("references", "reference"), ("image_urls", "image_url"), ("categories", "category"),
    ("loss", "loss"), ("media", "media"),
  ])
  func listsAreNamedForTheirElement(wire: String, singular: String) {
    #expect(Identifier.singular(wire) == singular)
  }

  @Test func namesThatAreTheSameGetEndingsOfTheirOwn() {
    let forward = DistinctNames([("k4", "4K"), ("k4", "4k"), ("p720", "720p")])
    let backward = DistinctNames([("p720", "720p"), ("k4", "4k"), ("k4", "4K")])
    #expect(Set(forward.names).count == 3)
    #expect(forward.names == [backward.names[2], backward.names[1], backward.names[0]])
    #expect(forward.names[2] == "p720")
    #expect(forward.changed == [0, 1])
  }

  @Test func theNameThatIsSpelledSoKeepsIt() {
    let names = DistinctNames([
      ("generateAudio", "generate_audio"), ("generateAudio", "generateAudio"),
    ])
    #expect(names.names[1] == "generateAudio")
    #expect(names.changed == [0])
  }

  @Test(arguments: [
    ("*", "veo-3.1", true), ("veo*", "veo-3.1", true), ("*1", "veo-3.1", true),
    ("v?o-3.1", "veo-3.1", true), ("veo", "veo-3.1", false), ("*-*-*", "veo-3.1", false),
    ("*o*.*", "veo-3.1", true), ("", "", true), ("**", "x", true), ("?", "", false),
  ])
  func patternsMatchWholeNames(pattern: String, name: String, matches: Bool) {
    #expect(Pattern(pattern).matches(name) == matches)
  }

  @Test(arguments: [
    ("duration_ms", #"{"type": "integer", "enum": [5000, 10000]}"#, "duration", "seconds5"),
    ("duration_ms", #"{"type": "integer", "enum": [5000, 500]}"#, "duration", "seconds5"),
    ("duration_ms", #"{"type": "integer", "enum": [500, 5000]}"#, "duration", "milliseconds500"),
    (
      "duration", #"{"type": "integer", "enum": [8], "description": "Seconds."}"#, "duration",
      "duration8"
    ),
    (
      "duration", #"{"type": "integer", "enum": [8], "x-unit": "seconds"}"#, "duration", "seconds8"
    ),
    (
      "length", #"{"type": "number", "enum": [2.5], "x-unit": "seconds"}"#, "length", "seconds2_5"
    ),
    ("seconds", #"{"type": "integer", "enum": [8]}"#, "seconds", "seconds8"),
    ("duration_ms", #"{"type": "integer"}"#, "duration_milliseconds", nil),
    ("duration_ms", #"{"type": "string", "enum": ["5s"]}"#, "duration_ms", "seconds5"),
    ("ms", #"{"type": "integer"}"#, "ms", nil), ("items", #"{"type": "integer"}"#, "items", nil),
  ])
  func millisecondsAreSpelledOutOrCountedInSeconds(
    wire: String, schema: String, spoken: String, value: String?
  ) throws {
    let view = SchemaView(document: try JSON(parsing: schema))
    #expect(Identifier.spoken(wire, view) == spoken)
    guard let value else { return }
    let model = try ModelSource(
      sourceFile(#"{"type": "object", "properties": {"\#(wire)": \#(schema)}}"#))
    var translator = Translator(model, configuration: Configuration())
    let values = view["enum"]?.array ?? []
    #expect(translator.values(values, view, named: wire).first?.name == value)
  }
}
