import Foundation
import Hoox
import RequestForm
import Testing

/// Forms of Hoox's models.
@Suite struct FormTests {
  private static let models = HooxModels.all.map { $0.model.name }

  private func requestType(_ model: String) throws -> any HooxRequest.Type {
    try #require(HooxModels.all.first { $0.model.name == model })
  }

  /// The names of the controls that a form of `fields` has to have, at the least.
  private func names(_ fields: [RequestField], under prefix: String = "") -> [String] {
    fields.flatMap { field in
      let name = prefix + field.wireName
      return switch field.kind {
      case .object: names(field.fields, under: name + ".")
      case .list: names(field.fields, under: name + ".0.")
      default: [name]
      }
    }
  }

  @Test(arguments: models)
  func everyFieldHasAControlAndALabel(model: String) throws {
    let fields = try requestType(model).fields
    let html = RequestForm(fields).html()
    for name in names(fields) {
      #expect(html.contains(" name=\"\(name)\""))
      #expect(html.contains("<label for=\"field-\(name)\""))
    }
  }

  @Test(arguments: models)
  func identifiersAreUniqueAndLabelsLeadSomewhere(model: String) throws {
    let html = RequestForm(try requestType(model).fields).html()
    let identifiers = html.matches(of: #/ id="([^"]*)"/#).map(\.1)
    #expect(Set(identifiers).count == identifiers.count)
    for match in html.matches(of: #/ (?:for|aria-describedby)="([^"]*)"/#) {
      #expect(match.1.split(separator: " ").allSatisfy(identifiers.contains))
    }
  }

  @Test(arguments: models)
  func theDefaultsWithAPromptAndReferencesAreARequest(model: String) throws {
    let type = try requestType(model)
    let form = RequestForm(type.fields)
    var values = form.defaults
    values.append(.init(name: "prompt", value: "A fox"))
    for field in type.fields where field.isRequired && field.isExclusive {
      let name = field.kind == .list ? field.wireName + ".0" : field.wireName
      values.append(.init(name: name + ".~only", value: "url"))
      values.append(.init(name: name + ".url", value: "https://example.com/fox.jpg"))
    }
    let posted = FormValues(parsing: values.text)
    let request = try form.read(posted).request(as: type)
    #expect(request.violations().isEmpty)
    for field in type.fields {
      #expect(request.json[field.wireName] == form.read(posted).body[field.wireName])
    }
    for field in type.fields {
      guard let value = field.defaultValue else { continue }
      #expect(request.json[field.wireName] == value)
    }
  }

  @Test(arguments: try requests())
  func aRequestSurvivesItsForm(request: any HooxRequest) throws {
    let body = try #require(request.json.object)
    let type = type(of: request)
    let form = RequestForm(type.fields)
    let reading = form.read(FormValues(parsing: form.values(of: body).text))
    #expect(reading.body == body)
    #expect(try reading.request(as: type).json == request.json)
  }

  private static func requests() throws -> [any HooxRequest] {
    let fox = try #require(URL(string: "https://example.com/fox.jpg?size=1&kind=a%20b"))
    return [
      Veo3_1(prompt: "A fox"),
      Veo3_1(
        prompt: "A fox\nin \"leaves\" & <rain> 100% + 🦊", reference: .url(fox),
        aspectRatio: .ratio9x16, resolution: .p720, duration: .seconds8,
        modelSettings: .init(generateAudio: false)),
      Seedance2_0(prompt: "p", references: [.url(fox), .asset("a=1"), .avatar("a1")]),
      KlingPro(
        prompt: "p", slots: .startImage(.asset("a"), endImage: .url(fox)), generationCount: 4),
      KlingMotionControl(
        prompt: "p", startImage: .asset("a"), motionVideo: .asset("b"),
        modelSettings: .init(keepOriginalSound: false)),
      GPTImage2(prompt: "p", modelSettings: .init(quality: .low)),
      Seedance1_5(prompt: " p ", modelSettings: .init(generateAudio: true, cameraFixed: false)),
    ]
  }

  @Test(arguments: [
    ("veo-3.1", "duration=8", "prompt"),
    ("veo-3.1", "prompt=p&duration=7", "duration"),
    (
      "veo-3.1", "prompt=p&references.3.url=https://a.b/c&references.4.url=https://a.b/d",
      "references"
    ),
    ("veo-3.1", "prompt=p&model_settings.generateAudio=x", "model_settings.generateAudio"),
    ("veo-3.1", "prompt=p&references.3.url=fox.png", "references.3.url"),
    ("veo-3.1", "prompt=p&references.3.url=a b", "references.3.url"),
    ("kling-pro", "prompt=p&generation_count=9", "generation_count"),
    ("kling-pro", "prompt=p&generation_count=two", "generation_count"),
    ("kling-pro", "prompt=p&end_image.url=https://example.com/b.jpg", "start_image"),
    ("kling-motion-control", "prompt=p&motion_video.url=https://example.com/b.mp4", "start_image"),
    (
      "seedance-2.0",
      "prompt=p&references.2.url=https://a.b/c&references.5.url=https://a.b/d&references.5.asset_id=y",
      "references.5"
    ),
  ])
  func aProblemIsAtItsControl(model: String, posted: String, control: String) throws {
    let type = try requestType(model)
    let form = RequestForm(type.fields)
    let values = FormValues(parsing: posted)
    let rejection = try #require(throws: FormRejection.self) {
      try form.read(values).request(as: type)
    }
    #expect(rejection.problems.map(\.name) == [control])
    let html = form.html(values: values, problems: rejection.problems)
    #expect(html.contains("id=\"field-\(control)~problem\""))
  }

  @Test func theReferenceThatIsPickedCountsWhereTwoAreFilledIn() throws {
    let form = RequestForm(Veo3_1.fields)
    let both = "prompt=p&references.0.url=https://a.b/c&references.0.asset_id=x"
    let picked = form.read(FormValues(parsing: both + "&references.0.~only=asset_id"))
    #expect(picked.body["references"] == [["asset_id": "x"]])
    let none = form.read(FormValues(parsing: both + "&references.0.~only="))
    #expect(none.body == ["prompt": "p"])
    #expect(none.problems.isEmpty)
  }

  @Test func whatIsPickedAndLeftEmptyIsMissing() throws {
    let form = RequestForm(Veo3_1.fields)
    let reading = form.read(FormValues(parsing: "prompt=p&references.0.~only=asset_id"))
    #expect(reading.body == ["prompt": "p"])
    #expect(
      reading.problems == [FormProblem(name: "references.0.asset_id", message: "Is missing.")])
  }

  @Test(arguments: [
    ("references.0.url", "Reference › URL"), ("duration", "Duration"),
    ("model_settings.generateAudio", "Model settings › Generate audio"),
  ])
  func aSummaryCallsControlsByTheirLabels(control: String, label: String) {
    let html = RequestForm(Veo3_1.fields)
      .html(problems: [FormProblem(name: control, message: "Is odd.")])
    #expect(html.contains("<a href=\"#field-\(control)\">\(label)</a>"), "\(html)")
  }

  @Test func whatAFieldNeedsIsSaidOfTypesWithoutDescriptions() {
    #expect(RequestForm(KlingPro.fields).html().contains("Needs Start image."))
  }
}
