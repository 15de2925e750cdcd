import Testing
import TypedMediaComparison
import TypedMediaGenerator

/// One pair of snapshots for each kind of change, and what has to be said of it.
@Suite struct RuleTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let old: SourceFile
    let new: SourceFile
    let changes: [String]

    init(_ name: String, _ old: SourceFile, _ new: SourceFile, _ changes: String...) {
      (testDescription, self.old, self.new, self.changes) = (name, old, new, changes)
    }

    init(_ name: String, _ old: SourceFile, _ new: SourceFile, all changes: [String]) {
      (testDescription, self.old, self.new, self.changes) = (name, old, new, changes)
    }

    /// A case about the properties of a model.
    init(_ name: String, _ old: String, _ new: String, _ changes: String...) {
      testDescription = name
      (self.old, self.new, self.changes) = (model(old), model(new), changes)
    }
  }

  static let cases = properties + types + values + checks + groups + words

  static let properties = [
    Case(
      "an optional property comes", #""a": {"type": "string"}"#,
      #""a": {"type": "string"}, "b": {"type": "integer"}"#, "minor b property-added"),
    Case(
      "a required property comes", model(#""a": {"type": "string"}"#),
      model(#""a": {"type": "string"}, "b": {"type": "integer"}"#, required: #"["b"]"#),
      "major b required-property-added"),
    Case(
      "a property goes", #""a": {"type": "string"}, "b": {"type": "integer"}"#,
      #""a": {"type": "string"}"#, "major b property-gone"),
    Case(
      "a property becomes required", model(#""a": {"type": "string"}"#),
      model(#""a": {"type": "string"}"#, required: #"["a"]"#),
      "major a became-required+swift-required"),
    Case(
      "a property becomes optional", model(#""a": {"type": "string"}"#, required: #"["a"]"#),
      model(#""a": {"type": "string"}"#), "minor a became-optional+swift-optional"),
    Case(
      "parameters change places", #""a": {"type": "string"}, "b": {"type": "integer"}"#,
      #""b": {"type": "integer"}, "a": {"type": "string"}"#, "major swift-parameters-reordered"),
    Case(
      "a constant comes, and another changes",
      model(#""a": {"const": "x"}"#, required: #"["a"]"#),
      model(#""a": {"const": "y"}, "b": {"const": 1}"#, required: #"["a", "b"]"#),
      "patch a constant-changed", "patch b constant-changed"),
    Case(
      "what is in an object that goes is not told",
      #""a": {"properties": {"b": {"type": "string"}}}, "c": {"type": "string"}"#,
      #""c": {"type": "string"}"#, "major a property-gone"),
    Case(
      "a property that is only required comes",
      model(#""a": {"type": "string"}"#),
      model(#""a": {"type": "string"}"#, required: #"["b"]"#),
      "major b required-property-added"),
    Case(
      "an object that took anything declares what it takes", "", #""a": {"type": "string"}"#,
      "major {} property-gone", "minor a property-added"),
    Case(
      "a value of a dictionary goes",
      #""a": {"type": "object", "additionalProperties": {"enum": ["x", "y"]}}"#,
      #""a": {"type": "object", "additionalProperties": {"enum": ["x"]}}"#,
      "major a{} value-gone"),
    Case(
      "something changes in an element of a list",
      #""a": {"type": "array", "items": {"properties": {"b": {"type": "string"}}}}"#,
      #""a": {"type": "array", "items": {"properties": {"b": {"type": "string", "maxLength": 9}}}}"#,
      "major a[].b check-tightened"),
    Case(
      "an object takes other members",
      #""a": {"properties": {"b": {"type": "string"}}, "additionalProperties": false}"#,
      #""a": {"properties": {"b": {"type": "string"}}, "additionalProperties": true}"#,
      "minor a check-loosened", "minor a{} property-added"),
  ]

  static let types = [
    Case(
      "another type", #""a": {"type": "string"}"#, #""a": {"type": "integer"}"#,
      "major a type-changed+swift-type-changed"),
    Case(
      "a wider type is still another one in Swift", #""a": {"type": "integer"}"#,
      #""a": {"type": "number"}"#, "major a type-widened+swift-type-changed"),
    Case(
      "a narrower type", #""a": {"type": "number"}"#, #""a": {"type": "integer"}"#,
      "major a type-narrowed+swift-type-changed"),
    Case(
      "a format that Swift has a type for", #""a": {"type": "string"}"#,
      #""a": {"type": "string", "format": "uri"}"#, "major a format-changed+swift-type-changed"),
    Case(
      "a format that it has none for", #""a": {"type": "string"}"#,
      #""a": {"type": "string", "format": "email"}"#, "patch a format-changed"),
    Case(
      "null is taken too", model(#""a": {"type": "string"}"#, required: #"["a"]"#),
      model(#""a": {"type": ["string", "null"]}"#, required: #"["a"]"#),
      "minor a became-nullable+swift-optional"),
    Case(
      "null is taken no longer", #""a": {"type": ["string", "null"]}"#,
      #""a": {"type": "string"}"#, "major a no-longer-nullable"),
    Case(
      "one of several types comes",
      #""a": {"anyOf": [{"type": "string"}, {"type": "integer"}]}"#,
      #""a": {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]}"#,
      "minor a|boolean alternative-added"),
    Case(
      "one of several types goes",
      #""a": {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]}"#,
      #""a": {"anyOf": [{"type": "string"}, {"type": "integer"}]}"#,
      "major a|boolean alternative-gone"),
    Case(
      "a single value becomes a list",
      #""refs": {"type": "array", "maxItems": 1, "items": {"type": "string"}}"#,
      #""refs": {"type": "array", "maxItems": 3, "items": {"type": "string"}}"#,
      "major refs check-loosened+swift-renamed"),
    Case(
      "elements of any type get one", #""a": {"type": "array"}"#,
      #""a": {"type": "array", "items": {"type": "string"}}"#, "major a swift-type-changed",
      "major a[] type-narrowed"),
  ]

  static let values = [
    Case(
      "a value comes", #""a": {"enum": ["x", "y"]}"#, #""a": {"enum": ["x", "y", "z"]}"#,
      "minor a value-added"),
    Case(
      "a value goes", #""a": {"enum": ["x", "y", "z"]}"#, #""a": {"enum": ["x", "y"]}"#,
      "major a value-gone"),
    Case(
      "a value is retired", #""a": {"enum": ["x", "y", "z"]}"#,
      #""a": {"enum": ["x", "y"], "x-retired-values": [{"value": "z"}]}"#,
      "major a value-retired"),
    Case(
      "a retired value is dropped",
      #""a": {"enum": ["x", "y"], "x-retired-values": [{"value": "z"}]}"#,
      #""a": {"enum": ["x", "y"]}"#, "patch a retired-value-dropped"),
    Case(
      "values change their order", #""a": {"enum": ["x", "y"]}"#, #""a": {"enum": ["y", "x"]}"#),
    Case(
      "values are named differently because another one comes", #""a": {"enum": ["k-4", "y"]}"#,
      #""a": {"enum": ["k-4", "k_4", "y"]}"#, "major a swift-renamed", "minor a value-added"),
    Case(
      "only certain values are taken", #""a": {"type": "string"}"#,
      #""a": {"type": "string", "enum": ["x", "y"]}"#,
      "major a values-closed+swift-type-changed"),
    Case(
      "any value is taken", #""a": {"type": "string", "enum": ["x", "y"]}"#,
      #""a": {"type": "string"}"#, "major a values-opened+swift-type-changed"),
    Case(
      "another default", #""a": {"enum": ["x", "y"], "default": "x"}"#,
      #""a": {"enum": ["x", "y"], "default": "y"}"#, "minor a default-changed"),
    Case(
      "no default", #""a": {"enum": ["x", "y"], "default": "x"}"#, #""a": {"enum": ["x", "y"]}"#,
      "major a default-gone"),
    Case(
      "no default of a number", #""a": {"type": "integer", "default": 1}"#,
      #""a": {"type": "integer"}"#, "minor a default-changed"),
    Case(
      "it is no longer said that the default is none",
      #""a": {"type": ["integer", "null"], "default": null}"#,
      #""a": {"type": ["integer", "null"]}"#, "patch a annotation-changed"),
    Case(
      "a property with values is spelled otherwise", #""camera_move": {"enum": ["in", "out"]}"#,
      #""cameraMove": {"enum": ["in", "out"]}"#, "patch cameraMove property-respelled"),
  ]

  static let checks: [Case] =
    [
      ("minimum", "1", "2"), ("maximum", "9", "8"), ("exclusiveMaximum", "9", "8"),
      ("minLength", "1", "2"), ("maxLength", "9", "8"), ("multipleOf", "2", "4"),
    ]
    .flatMap { keyword, loose, strict in
      let (loose, strict) = (#""\#(keyword)": \#(loose)"#, #""\#(keyword)": \#(strict)"#)
      let type = keyword.hasSuffix("Length") ? "string" : "number"
      func property(_ rest: String) -> String { #""a": {"type": "\#(type)", \#(rest)}"# }
      return [
        Case(
          "\(keyword) is stricter", property(loose), property(strict), "major a check-tightened"),
        Case("\(keyword) is looser", property(strict), property(loose), "minor a check-loosened"),
        Case(
          "\(keyword) comes", #""a": {"type": "\#(type)"}"#, property(loose),
          "major a check-tightened"),
        Case(
          "\(keyword) goes", property(loose), #""a": {"type": "\#(type)"}"#,
          "minor a check-loosened"),
      ]
    }
    + [
      Case(
        "a bound is excluded now", #""a": {"type": "number", "minimum": 1}"#,
        #""a": {"type": "number", "exclusiveMinimum": 1}"#, "major a check-tightened"),
      Case(
        "a bound of nothing is none", #""a": {"type": "string", "minLength": 0}"#,
        #""a": {"type": "string"}"#),
      Case(
        "no element twice", #""a": {"type": "array", "items": {"type": "string"}}"#,
        #""a": {"type": "array", "items": {"type": "string"}, "uniqueItems": true}"#,
        "major a check-tightened"),
      Case(
        "another pattern", #""a": {"type": "string", "pattern": "^a"}"#,
        #""a": {"type": "string", "pattern": "^b"}"#, "major a check-changed"),
      Case(
        "a pattern goes", #""a": {"type": "string", "pattern": "^a"}"#,
        #""a": {"type": "string"}"#, "minor a check-loosened"),
      Case(
        "a condition in a part that has to hold besides", model(#""a": {"type": "number"}"#),
        model(
          #""a": {"type": "number"}"#,
          rest:
            #", "allOf": [{"if": {"properties": {"a": {"minimum": 2}}}, "then": {"minProperties": 2}}]"#
        ),
        "major check-tightened"),
    ]

  private static let image = #""url": {"type": "string"}, "id": {"type": "string"}"#

  /// An image, to be given in one of several ways, and a mask, which makes sense only with one.
  private static func imageAndMask(_ ways: String...) -> SourceFile {
    let required = ways.map { #"{"required": ["\#($0)"]}"# }.joined(separator: ", ")
    let none = (ways + ["mask"]).map { #""\#($0)": false"# }.joined(separator: ", ")
    let properties = (ways + ["mask"]).map { #""\#($0)": {"type": "string"}"# }
    return model(
      properties.joined(separator: ", "),
      rest: #", "oneOf": [\#(required), {"properties": {\#(none)}}]"#)
  }

  static let groups = [
    Case(
      "properties exclude each other",
      model(image + #", "a": {"type": "string"}"#),
      model(
        image + #", "a": {"type": "string"}"#,
        rest: #", "oneOf": [{"required": ["url"]}, {"required": ["id"]}]"#),
      "major check-tightened", "major swift-type-changed"),
    Case(
      "there is one way more",
      #""a": {"properties": {\#(image)}, "oneOf": [{"required": ["url"]}, {"required": ["id"]}]}"#,
      #""a": {"properties": {\#(image), "b": {"type": "string"}}, "oneOf": [{"required": ["url"]}, {"required": ["id"]}, {"required": ["b"]}]}"#,
      "minor a check-loosened", "minor a.b swift-cases-added"),
    Case(
      "a way needs more",
      #""a": {"properties": {\#(image), "b": {"type": "string"}}, "oneOf": [{"required": ["url"]}, {"required": ["id"]}], "dependentRequired": {"b": ["id"]}}"#,
      #""a": {"properties": {\#(image), "b": {"type": "string"}}, "oneOf": [{"required": ["url"]}, {"required": ["id", "b"]}], "dependentRequired": {"b": ["id"]}}"#,
      "major a check-tightened", "major a.b swift-cases-changed", "major a.id swift-cases-changed",
      "minor a.url swift-cases-added"),
    Case(
      "a group may be left out, and a way is gone",
      model(
        #"\#(image), "b": {"type": "string"}, "c": {"type": "string"}"#,
        rest: #", "oneOf": [{"required": ["url"]}, {"required": ["id"]}, {"required": ["b"]}]"#),
      model(
        #"\#(image), "b": {"type": "string"}, "c": {"type": "string"}"#,
        rest:
          #", "oneOf": [{"required": ["url"], "properties": {"b": false}}, {"required": ["id"], "properties": {"b": false}}, {"properties": {"url": false, "id": false, "b": false}}]"#
      ),
      "major b swift-type-changed", "major check-tightened", "minor id swift-optional",
      "minor url swift-optional"),
    Case(
      "a way becomes something to give besides",
      model(
        #"\#(image), "b": {"type": "string"}"#,
        rest: #", "oneOf": [{"required": ["url"]}, {"required": ["id"]}, {"required": ["b"]}]"#),
      model(
        #"\#(image), "b": {"type": "string"}"#,
        rest:
          #", "oneOf": [{"required": ["url"]}, {"required": ["id"]}, {"properties": {"url": false, "id": false, "b": false}}]"#
      ),
      "major b swift-cases-changed", "major check-tightened", "major id swift-cases-changed",
      "major url swift-cases-changed"),
    Case(
      "there is one way more to give what a group is about",
      imageAndMask("image_id", "image_url"), imageAndMask("image_id", "image_url", "image_data"),
      "minor check-loosened", "minor image_data property-added"),
    Case(
      "there is one way less",
      imageAndMask("image_id", "image_url", "image_data"), imageAndMask("image_id", "image_url"),
      "major check-tightened", "major image_data property-gone"),
    Case(
      "the same rule in other words",
      model(image, rest: #", "not": {"required": ["url", "id"]}"#),
      model(
        image,
        rest:
          #", "allOf": [{"oneOf": [{"required": ["id"]}, {"required": ["url"]}, {"properties": {"url": false, "id": false}}]}]"#
      )),
    Case(
      "the same rule in words of which no group can be made",
      model(image, rest: #", "not": {"required": ["url", "id"]}"#),
      model(image, rest: #", "not": {"allOf": [{"required": ["id"]}, {"required": ["url"]}]}"#),
      "major swift-type-changed"),
    Case(
      "the same ways in another order",
      model(image, rest: #", "oneOf": [{"required": ["url"]}, {"required": ["id"]}]"#),
      model(image, rest: #", "oneOf": [{"required": ["id"]}, {"required": ["url"]}]"#)),
  ]

  static let words = [
    Case(
      "another description", #""a": {"type": "string", "description": "x"}"#,
      #""a": {"type": "string", "description": "y"}"#, "patch a description-changed"),
    Case(
      "a keyword of the service's own", #""a": {"type": "string", "x-label": "x"}"#,
      #""a": {"type": "string", "x-label": "y"}"#, "patch a annotation-changed"),
    Case(
      "the service advises against it", #""a": {"type": "string"}"#,
      #""a": {"type": "string", "deprecated": true}"#, "minor a deprecated"),
    Case(
      "it does so no longer", #""a": {"type": "string", "deprecated": true}"#,
      #""a": {"type": "string"}"#, "patch a no-longer-deprecated"),
    Case(
      "another price", model("", record: #""base_cost": 1,"#),
      model("", record: #""base_cost": 2,"#),
      "patch record-changed"),
    Case(
      "the model is retired", model(""),
      model("", record: #""x-retired": {"since": "2026-11-21"},"#),
      "minor model-retired"),
    Case(
      "the model is back", model("", record: #""x-retired": {}, "#), model(""),
      "patch model-returned"),
    Case(
      "the model has another name", model("", named: "a"), model("", named: "b"),
      "major model-gone", "minor model-added"),
  ]

  @Test(arguments: cases) func aChangeIsClassified(test: Case) throws {
    let comparison = try SnapshotComparison(old: [test.old], new: [test.new])
    #expect(comparison.briefly == test.changes.sorted(), "\(comparison.text)")
  }

  /// What the configuration and other models make of a type, without a change on the wire.
  @Test(arguments: [
    (#"{"renames": {"aurora": "Clip"}}"#, ["major swift-renamed"]),
    (#"{"renames": {"aurora#/properties/size": "scale"}}"#, ["major size swift-renamed"]),
    (#"{"renames": {"aurora#/properties/size": "Scale"}}"#, ["major size swift-type-changed"]),
    (#"{"renames": {"aurora#/properties/size/enum/0": "little"}}"#, ["major size swift-renamed"]),
    (#"{"access": "public"}"#, ["minor swift-access-widened"]),
    (#"{"protocol": "AcmeRequest"}"#, ["major swift-protocol-changed"]),
    (#"{"catalog": "Catalog"}"#, ["major swift-catalog-renamed"]),
    (#"{"models": ["b*"]}"#, ["major model-gone"]),
  ])
  func aChangeOfTheConfigurationIsOneOfSwift(text: String, changes: [String]) throws {
    let files = [
      model(#""size": {"enum": ["small", "large"]}"#),
      model(#""n": {"type": "integer"}"#, named: "b"),
    ]
    let comparison = try SnapshotComparison(
      old: files, new: files,
      configuration: Configuration(snapshot(text, path: "typed-media.json")),
      oldConfiguration: Configuration())
    #expect(comparison.briefly == changes, "\(comparison.text)")
    #expect(comparison.changes.allSatisfy { $0.wire.isEmpty || $0.rules == [.modelGone] })
  }

  /// On the wire it is in the object, in Swift it is not.
  @Test(arguments: [
    (
      #""a": {"type": "string"}"#, #""a": {"type": "string"}, "b": {"type": "integer"}"#,
      "minor inputs.b property-added", [], ["var b: Int?"]
    ),
    (
      #""a": {"type": "string"}"#, #""a": {"type": "integer"}"#,
      "major inputs.a type-changed+swift-type-changed", ["var a: String?"], ["var a: Int?"]
    ),
    (
      #""a": {"enum": ["x", "y", "z"]}"#, #""a": {"enum": ["x", "y"]}"#,
      "major inputs.a value-gone", ["case z"], []
    ),
  ])
  func aChangeInAFlattenedObjectIsOneOfItsProperties(
    old: String, new: String, change: String, before: [String], after: [String]
  ) throws {
    func flattened(_ properties: String) -> SourceFile {
      model(#""inputs": {"properties": {\#(properties)}}"#, required: #"["inputs"]"#)
    }
    let comparison = try SnapshotComparison(
      old: [flattened(old)], new: [flattened(new)],
      configuration: Configuration(
        snapshot(#"{"flatten": ["*#/properties/inputs"]}"#, path: "typed-media.json")))
    #expect(comparison.briefly == [change], "\(comparison.text)")
    #expect(comparison.changes.map(\.swift.before) == [before])
    #expect(comparison.changes.map(\.swift.after) == [after])
  }

  @Test func accessThatReachesLessFarIsMajor() throws {
    let files = [model("")]
    var before = Configuration()
    before.access = .public
    let comparison = try SnapshotComparison(
      old: files, new: files, oldConfiguration: before)
    #expect(comparison.briefly == ["major swift-access-narrowed"])
  }

  @Test(arguments: [
    (#"{"enum": ["small", "large"]}"#, #"{"enum": ["small", "huge", "large"]}"#),
    (#"{"type": "integer", "enum": [4, 6]}"#, #"{"type": "integer", "enum": [4, 6, 8]}"#),
    (
      #"{"anyOf": [{"const": "small"}, {"const": "large"}]}"#,
      #"{"anyOf": [{"const": "small"}, {"const": "large"}, {"const": "huge"}]}"#
    ),
    (#"{"enum": [4, null, "x"]}"#, #"{"enum": [4, null, "x", "y"]}"#),
    (
      #"{"allOf": [{"enum": [4, 6, 8]}, {"enum": [4, 6]}]}"#,
      #"{"allOf": [{"enum": [4, 6, 8]}, {"enum": [4, 6, 8]}]}"#
    ),
  ])
  func aTypeThatModelsSharedAndShareNoLongerIsTold(before: String, after: String) throws {
    let (size, other) = (#""size": \#(before)"#, #""size": \#(after)"#)
    let comparison = try SnapshotComparison(
      old: [model(size, named: "a"), model(size, named: "b"), model(size, named: "c")],
      new: [model(size, named: "a"), model(other, named: "b"), model(size, named: "c")])
    #expect(comparison.briefly == ["minor A.Size swift-type-split", "minor size value-added"])
    let split = try #require(comparison.changes.last)
    #expect(split.swift.before == ["A.Size = B.Size = C.Size"])
    #expect(split.swift.after == ["A.Size = C.Size", "B.Size"])
  }

  @Test func aTypeIsCalledWhatSourceCallsItAlsoWhereItIsShared() throws {
    let n = #""n": {"type": "integer"}"#
    let picture = #"{"properties": {"url": {"type": "string"}}}"#
    let configuration = try Configuration(
      snapshot(#"{"renames": {"a#/properties/image": "Picture"}}"#, path: "typed-media.json"))
    let comparison = try SnapshotComparison(
      old: [model(#""image": \#(picture)"#, named: "a"), model(n, named: "b")],
      new: [
        model(#""image": \#(picture)"#, named: "a"),
        model(#"\#(n), "mask": \#(picture)"#, named: "b"),
      ],
      configuration: configuration)
    #expect(comparison.changes.map(\.swift.after) == [["var mask: Picture?"]])
  }

  @Test func everyKindOfChangeSaysWhy() {
    for rule in ChangeRule.allCases {
      #expect(rule.reason.hasSuffix("."))
      #expect(rule.reason.count <= 96, "\(rule)")
    }
  }
}
