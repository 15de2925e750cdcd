import Testing
import TypedMediaSchema

/// What the developer of an app reads when a request is wrong.
struct SchemaViolationTests {
  private static let schema: JSON = [
    "type": "object",
    "required": ["prompt"],
    "additionalProperties": false,
    "properties": [
      "prompt": ["type": "string", "minLength": 1, "maxLength": 20],
      "duration": ["type": "integer", "enum": [4, 6, 8]],
      "count": ["type": "integer", "minimum": 1, "maximum": 4],
      "scale": ["type": "number", "exclusiveMinimum": 0, "maximum": 1],
      "seed": ["type": ["integer", "null"]],
      "size": ["type": "integer", "multipleOf": 16],
      "tags": ["type": "array", "maxItems": 2, "uniqueItems": true, "items": ["type": "string"]],
      "code": ["type": "string", "pattern": "^[a-z]+$"],
      "mode": ["const": "fast"],
      "start": true,
      "end": true,
      "source": [
        "type": "object",
        "oneOf": [
          ["required": ["url"]], ["required": ["asset_id"]], ["required": ["avatar_id"]],
        ],
      ],
      "shape": [
        "anyOf": [
          ["type": "string", "enum": ["square", "wide"]],
          ["type": "object", "required": ["width"], "properties": ["width": ["maximum": 100]]],
        ]
      ],
    ],
    "dependentRequired": ["end": ["start"]],
    "not": ["required": ["size", "shape"]],
  ]

  @Test(arguments: [
    (#"{}"#, ["/prompt is missing"]),
    (#"{"prompt": ""}"#, ["/prompt has 0 characters; allowed: from 1 to 20 characters"]),
    (
      #"{"prompt": "012345678901234567890"}"#,
      ["/prompt has 21 characters; allowed: from 1 to 20 characters"]
    ),
    (#"{"prompt": 1}"#, ["/prompt is 1; allowed: a string"]),
    (#"{"prompt": "a", "duration": 7}"#, ["/duration is 7; allowed: one of 4, 6, 8"]),
    (#"{"prompt": "a", "duration": "8"}"#, [#"/duration is "8"; allowed: one of 4, 6, 8"#]),
    (#"{"prompt": "a", "count": 5}"#, ["/count is 5; allowed: from 1 to 4"]),
    (#"{"prompt": "a", "scale": 0}"#, ["/scale is 0; allowed: more than 0 and at most 1"]),
    (#"{"prompt": "a", "seed": 1.5}"#, ["/seed is 1.5; allowed: an integer or null"]),
    (#"{"prompt": "a", "size": 40}"#, ["/size is 40; allowed: a multiple of 16"]),
    (#"{"prompt": "a", "tags": ["x", "x"]}"#, ["/tags/1 repeats /tags/0"]),
    (
      #"{"prompt": "a", "tags": ["x", 2, "z"]}"#,
      ["/tags has 3 items; allowed: at most 2 items", "/tags/1 is 2; allowed: a string"]
    ),
    (#"{"prompt": "a", "code": "A1"}"#, [#"/code is "A1"; allowed: text that matches ^[a-z]+$"#]),
    (#"{"prompt": "a", "mode": "slow"}"#, [#"/mode is "slow"; allowed: "fast""#]),
    (#"{"prompt": "a", "end": 1}"#, ["/start is missing; /end needs it"]),
    (
      #"{"prompt": "a", "source": {"url": "u", "asset_id": "i"}}"#,
      ["/source: exactly one of url, asset_id, avatar_id must be set; found url and asset_id"]
    ),
    (
      #"{"prompt": "a", "source": {}}"#,
      ["/source: exactly one of url, asset_id, avatar_id must be set; found none"]
    ),
    (#"{"prompt": "a", "shape": {"width": 200}}"#, ["/shape/width is 200; allowed: at most 100"]),
    (
      #"{"prompt": "a", "shape": 5}"#,
      [#"/shape is 5; allowed: one of "square", "wide" or an object with width"#]
    ),
    (#"{"prompt": "a", "size": 16, "shape": "wide"}"#, ["/size and /shape cannot be set together"]),
    (
      #"{"prompt": "a", "colour": "red"}"#,
      [
        "'colour' is not known; allowed: prompt, duration, count, scale, seed, size, tags, code, "
          + "mode, start, end, source, shape"
      ]
    ),
    (#"[]"#, ["the value is []; allowed: an object"]),
    (
      #"{"duration": 7, "count": 0}"#,
      [
        "/prompt is missing", "/duration is 7; allowed: one of 4, 6, 8",
        "/count is 0; allowed: from 1 to 4",
      ]
    ),
  ])
  func mistakesAreExplained(request: String, messages: [String]) throws {
    let schema = try JSONSchema(Self.schema)
    let request = try JSON(parsing: request)
    #expect(schema.violations(in: request).map(\.message) == messages)
    #expect(!schema.isValid(request))
  }

  /// Of several alternatives, the one that comes closest, and what it misses.
  @Test(arguments: [
    // A table of two choices: the one that is named first decides.
    (
      #"""
      {"anyOf": [
        {"properties": {"tier": {"enum": ["pro"]}, "lines": {"enum": [2160]}}, "required": ["text"]},
        {"properties": {"tier": {"enum": ["basic"]}, "lines": {"enum": [720]}}},
        {"properties": {"tier": {"enum": ["basic"]}, "lines": {"enum": [480]}}}]}
      """#, #"{"text": "a", "tier": "basic", "lines": 2160}"#,
      [#"/lines is 2160; allowed with tier "basic": 720 or 480"#]
    ),
    (
      #"""
      {"oneOf": [
        {"properties": {"from": {"const": "web"}, "url": {}}, "required": ["from", "url"]},
        {"properties": {"from": {"const": "store"}, "id": {}}, "required": ["from", "id"]}]}
      """#, #"{"id": "a"}"#, ["/from is missing"]
    ),
    (
      #"""
      {"oneOf": [
        {"properties": {"from": {"const": "web"}, "url": {}}, "required": ["from", "url"]},
        {"properties": {"from": {"const": "store"}, "id": {}}, "required": ["from", "id"]}]}
      """#, #"{"from": "disk", "id": "a"}"#, [#"/from is "disk"; allowed: "web" or "store""#]
    ),
    // Which was meant is anybody's guess.
    (
      #"""
      {"oneOf": [
        {"properties": {"from": {"const": "web"}, "url": {}}, "required": ["from", "url"]},
        {"properties": {"from": {"const": "store"}, "id": {}}, "required": ["from", "id"]}]}
      """#, #"{}"#,
      ["the value is {}; allowed: an object with from and url or an object with from and id"]
    ),
    // Through references too.
    (
      ##"""
      {"$defs": {"A": {"properties": {"k": {"const": 1}, "w": {"maximum": 9}}, "required": ["k"]},
        "B": {"properties": {"k": {"const": 2}, "h": {"maximum": 9}}, "required": ["k"]}},
       "anyOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]}
      """##, #"{"h": 3}"#, ["/k is missing"]
    ),
  ])
  func theClosestAlternativeIsNamed(schema: String, value: String, messages: [String]) throws {
    let schema = try JSONSchema(try JSON(parsing: schema))
    #expect(schema.violations(in: try JSON(parsing: value)).map(\.message) == messages)
  }

  @Test func aViolationSaysWhereAndWhat() throws {
    let schema = try JSONSchema(Self.schema)
    let violation = try #require(schema.violations(in: ["prompt": "a", "duration": 7]).first)
    #expect(violation.instancePath == "/duration")
    #expect(violation.schemaPath == "/properties/duration/enum")
    #expect(violation.rule == "enum")
    #expect(violation.found == "7")
    #expect(violation.allowed == "one of 4, 6, 8")
  }

  @Test func longValuesAreCut() throws {
    let schema = try JSONSchema(["type": "integer"])
    let violation = schema.violations(in: .string(String(repeating: "é", count: 100_000))).first
    #expect(violation?.found.unicodeScalars.count == 60)
  }

  @Test func violationsAreLimited() throws {
    let schema = try JSONSchema(["items": ["type": "string"]])
    let value = JSON.array(Array(repeating: 1, count: 500))
    #expect(schema.violations(in: value).count == 100)
    #expect(schema.violations(in: value, limit: 3).count == 3)
    #expect(schema.violations(in: value, limit: 0).isEmpty)
  }
}
