import Foundation
import RequestForm
import Testing
import TypedMedia

/// Controls, readings and problems of every kind of field.
@Suite struct GalleryTests {
  private func read(_ text: String) throws -> JSONObject {
    try Gallery.form().read(FormValues(parsing: text)).body
  }

  private func problems(_ text: String) throws -> [FormProblem] {
    do {
      _ = try Gallery.form().read(FormValues(parsing: text)).request(to: Gallery.model())
      return []
    } catch let rejection as FormRejection {
      return rejection.problems
    }
  }

  @Test(arguments: [
    ("prompt", "<textarea id=\"field-prompt\" name=\"prompt\""),
    ("prompt", "minlength=\"3\" maxlength=\"500\" required"),
    ("prompt", "Say &quot;what&quot; &amp; &lt;where&gt;."),
    ("code", "pattern=\"[\\s\\S]*(?:^[A-Z]{2}$)[\\s\\S]*\""),
    ("page", "id=\"field-page\" name=\"page\" type=\"url\""),
    ("start", "id=\"field-start\" name=\"start\" type=\"datetime-local\""),
    ("token", "[0-9a-fA-F]{8}"),
    ("seed", "max=\"100\" step=\"2\""),
    ("seed", "name=\"seed.~null\" value=\"on\""),
    ("strength", "value=\"0.5\" max=\"1\" step=\"any\""),
    ("strength", "Strength (percent)<span class=\"mark cost\">"),
    ("strength", "More than 0 and at most 1."),
    ("loud", "<option value=\"true\">Yes</option>"),
    ("level", "<option value=\"&quot;1&quot;\">"),
    ("palette", "<legend>Palette<span class=\"mark required\">required</span></legend>"),
    ("palette", "From 2 to 4 elements."),
    ("camera", "name=\"camera.a~1b~0c\""),
    ("size", "<input type=\"radio\" name=\"size.~kind\" value=\"1\">Exact</label>"),
    ("size", "<input type=\"radio\" name=\"size.~kind\" value=\"\" checked>None</label>"),
    ("size", "name=\"size.~kind1.width\""),
    ("root", "<textarea id=\"field-root.children.0\""),
    ("extra", "placeholder=\"JSON\""),
    ("old", "<span class=\"mark deprecated\">deprecated</span>"),
  ])
  func everyKindHasItsControl(field: String, html: String) throws {
    var form = try Gallery.form()
    form.fields = form.fields.filter { $0.wireName == field }
    #expect(form.html().contains(html), "\(form.html())")
  }

  @Test func aBrowserIsNotToRefuseWhatTheModelTakes() throws {
    let html = try Gallery.form().html()
    // Steps would be counted from 1, and 2 be refused.
    #expect(!html.contains("min=\"1\""))
    // Steps would be counted from 3 as well.
    let odd = try Gallery.form().html(values: FormValues(parsing: "seed=3"))
    #expect(odd.contains("value=\"3\" max=\"100\" step=\"any\""))
    // Nothing of an optional object is insisted on.
    #expect(html.contains("<input id=\"field-camera.speed\" name=\"camera.speed\" type=\"number\""))
    let speed = try #require(html.split(separator: "<input").first { $0.contains("camera.speed") })
    #expect(!speed.prefix { $0 != ">" }.contains("required"))
  }

  @Test(
    arguments: [
      (
        ["exclusiveMinimum": 0, "exclusiveMaximum": 10],
        "type=\"number\" min=\"1\" max=\"9\" step=\"1\""
      ),
      (["exclusiveMinimum": 0, "multipleOf": 2], "type=\"number\" step=\"2\""),
      (["minimum": 0.5, "maximum": 4], "type=\"number\" max=\"4\" step=\"1\""),
      (["minimum": 4, "multipleOf": 2], "type=\"number\" min=\"4\" step=\"2\""),
      (["exclusiveMaximum": -9_223_372_036_854_775_808], "type=\"number\" step=\"1\""),
    ] as [(JSON, String)])
  func theEndsOfAControlAreWholeNumbers(keywords: JSON, html: String) throws {
    var schema = try #require(keywords.object)
    schema["type"] = "integer"
    let properties: JSON = ["count": .object(schema)]
    let snapshot = try ModelSnapshot([
      "name": "counter", "input_schema": ["type": "object", "properties": properties],
    ])
    #expect(RequestForm(snapshot.fields).html().contains(html))
  }

  @Test func defaultsMakeNoObjectThatIsIncomplete() throws {
    let form = try Gallery.form()
    #expect(form.read(form.defaults).body == ["strength": 0.5, "palette": []])
  }

  @Test func emptyControlsAreLeftOut() throws {
    #expect(
      try read("prompt=fox&code=&seed=&camera.kind=&size.~kind=&palette.0=") == [
        "prompt": "fox", "palette": [],
      ])
  }

  @Test func rowsMoveUp() throws {
    #expect(try read("palette.7=red&palette.999999999=green")["palette"] == ["red", "green"])
    #expect(try read("palette.-1=red&palette.x=red&palette.01=red")["palette"] == [])
  }

  @Test func textsAreWhatTheirKindMakesOfThem() throws {
    #expect(try read("strength=.5")["strength"] == 0.5)
    #expect(try read("loud=false&loud=true")["loud"] == true)
    #expect(try read("level=%221%22")["level"] == "1")
    #expect(try read("level=1")["level"] == 1)
    #expect(try read("start=2026-06-19T10:00")["start"] == "2026-06-19T10:00:00Z")
    #expect(try read("seed=4&seed.~null=on")["seed"] == .null)
    #expect(try read("size.~kind1.width=5")["size"] == ["width": 5])
    #expect(try read("size.~kind=0&size.~kind0=wide&size.~kind1.width=5")["size"] == "wide")
    #expect(try read("size.~kind=9&size.~kind0=wide")["size"] == nil)
    #expect(try read("prompt=a%0D%0Ab+c")["prompt"] == "a\nb c")
  }

  @Test(
    arguments: [
      ("prompt=ab", "prompt", "Is \"ab\"; allowed: from 3 to 500 characters."),
      ("level=high", "prompt", "Is missing."),
      ("level=2", "level", nil),
      ("seed=abc", "seed", "Is “abc”, not a number."),
      ("seed=3", "seed", nil),
      ("loud=maybe", "loud", "Is “maybe”, not true or false."),
      ("extra={", "extra", nil),
      ("palette.3=red&palette.5=blue", "palette.5", nil),
      ("palette.3=red", "palette", nil),
      ("camera.kind=pan", "camera.speed", "Is missing."),
      ("size.~kind=1&size.~kind1.height=2", "size.~kind1.width", "Is missing."),
      ("root.children.4=%7B%22name%22:1%7D", "root.children.4", nil),
    ] as [(String, String, String?)])
  func problemsAreAtTheirControl(posted: String, control: String, message: String?) throws {
    let problems = try problems(posted)
    let found = problems.filter { $0.name == control }
    #expect(found.count == 1, "\(problems)")
    if let message { #expect(found.first?.message == message) }
    let form = try Gallery.form()
    let html = form.html(values: FormValues(parsing: posted), problems: found)
    #expect(html.contains("~problem\">"))
    #expect(html.contains("href=\"#field-\(control)\""))
    #expect(html.contains("id=\"field-\(control)\""))
  }

  @Test(
    arguments: [
      ["prompt": "fox", "level": 1, "palette": ["red", "green"]],
      ["prompt": "a\n\"b\" & <c> %+é🦊", "level": "1", "palette": ["red", "red", "red"]],
      ["seed": nil, "loud": false, "strength": 1e-3, "start": "2026-06-19T10:00:00+02:00"],
      [
        "camera": ["kind": "tilt", "speed": 2, "a.b~c": "x"], "palette": [],
        "extra": [1, ["a": nil]],
      ],
      ["size": "square", "palette": [], "token": "7d444840-9dc0-11d1-b245-5ffdce74fad2"],
      ["size": ["width": 4], "palette": [], "extra": "text"],
      ["size": [1, 2, 3], "palette": [], "page": "https://example.com/?a=b&c=d"],
      [
        "root": ["name": "a", "children": [["name": "b", "children": [["name": "c"]]]]],
        "palette": [],
      ],
    ] as [JSON])
  func aBodySurvivesItsForm(body: JSON) throws {
    var body = try #require(body.object)
    if body["palette"] == nil { body["palette"] = ["red", "green"] }
    let form = try Gallery.form()
    let posted = form.values(of: body).text
    #expect(form.read(FormValues(parsing: posted)).body == body, "\(posted)")
  }

  @Test func whatIsRefusedStaysInItsControl() throws {
    let html = try Gallery.form().html(values: FormValues(parsing: "seed=abc&level=7&loud=true"))
    #expect(html.contains("<input id=\"field-seed\" name=\"seed\" type=\"text\" value=\"abc\""))
    #expect(html.contains("<option value=\"7\" selected>7</option>"))
    #expect(
      html.contains("name=\"loud\" type=\"checkbox\" value=\"true\" checked"))
  }

  @Test func whatIsFilledInIsEscaped() throws {
    let attack = "</textarea><script>alert('x')</script>\"><img src=x>"
    let values = FormValues(
      ["prompt", "code", "level", "extra", "size.~kind"].map { .init(name: $0, value: attack) })
    let page = try Gallery.form().page(
      titled: attack, values: values,
      problems: [FormProblem(name: attack, message: attack), .init(name: "code", message: attack)])
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
  }
}
