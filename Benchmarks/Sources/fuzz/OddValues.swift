import TypedMedia

/// Values, names and keywords that schemas seldom have, and that code may stumble over.
enum OddValues {
  static let values: [JSON] = [
    nil, true, false, 0, -1, 1, number("1e400"), number("-1e-400"), number("9223372036854775808"),
    number("-9223372036854775809"), number("-0.0"), number("1e99999999999999999999"),
    number("0.1000000000000000055511151231257827"), "", " ", "\u{0}", "a\u{2028}b\r\nc", "*/",
    "\"#", "\"##\"", "\\(x)", "\"\"\"", "// x", "#", "#/", "é", "e\u{301}", "🏳️‍🌈", "\u{202e}rtl",
    "\u{200b}\u{feff}\u{2066}", "x\nfunc f() {}",
    "null", "true", "1.0", "2026-06-19T10:00:00Z", "16:9", "https://a.test/b?c#d", [], [[]], [nil],
    [:], ["": [:]], ["$ref": "#"], ["type": "object"], ["a": nil], ["type": ["null"]],
  ]

  static let names = [
    "", " ", "_", "$0", "1", "1a", "a-b", "a_b", "aB", "a b", "é", "e\u{301}", "💥", "\u{0}",
    "a\u{202e}b", "a\nfunc f() {}", "`x`",
    "init", "self", "Self", "Type", "Protocol", "some", "any", "default", "rawValue", "allCases",
    "json", "hash", "hashValue", "description", "from", "to", "object", "encode", "snapshot",
    "model",
    "fields", "validate", "violations", "slots", "Slots", "JSON", "String", "Int", "Double", "Bool",
    "URL", "Date", "UUID", "Array", "Optional", "Set", "Foundation", "TypedMedia", "Models",
    "Error",
    "Nullable", "Indirect", "JSONObject", "GenerationRequest", "CodingKeys", "value", "other",
    "none",
    "nil", "Swift", "Any", "Never", "Void", "throws", "async", "await", "in", "operator", "case",
    "$ref", "properties", "~0~1", "%25", "a/b", "prompt", "image_url", "duration", "seconds",
  ]

  static let patterns = [
    "", "^", "(", "[", "a{2,1}", "(a+)+$", "(a|a)*$", "^(([a-z])+.)+[A-Z]([a-z])+$", "\\p{L}+",
    "\\d",
    "(?<x>a)\\k<x>", "(?=a)(?!b)(?<=c)", "[^]", "\\u{1F600}", "\\cA", "a**", "(?i)a", "\\1(a)",
    "x{0,1000}", "(x{0,100}){0,100}", "[\\s\\S]*\\S[\\s\\S]*$", "^\\S(?:.*\\S)?$",
  ]

  static let references = [
    "#", "#/", "#/$defs/A", "#/$defs/B", "#/properties/a", "#/properties/prompt", "#/nowhere",
    "#anchor", "#/%", "#/a%2Fb", "other.json", "https://a.test/x#/y", "", "//", "urn:x:y",
    "#/$defs/",
    "https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema#",
    "#/properties", "#/anyOf/0", "#/required", "\u{0}",
  ]

  static let types: [JSON] = [
    "string", "integer", "number", "boolean", "array", "object", "null", "any", "", ["string"],
    ["string", "null"], ["object", "array"], ["integer", "string", "null"], [], ["null"],
    ["string", "string"], 1, [:],
  ]

  static let formats: [JSON] = [
    "uri", "uuid", "date-time", "date", "time", "duration", "email", "idn-email", "hostname",
    "idn-hostname", "ipv4", "ipv6", "uri-reference", "uri-template", "iri", "json-pointer", "regex",
    "relative-json-pointer", "binary", "byte", "int64", "float", "password", "", "?",
  ]

  static let keywords = [
    "type", "enum", "const", "anyOf", "oneOf", "allOf", "not", "if", "then", "else", "properties",
    "required", "additionalProperties", "patternProperties", "propertyNames", "dependentRequired",
    "dependentSchemas", "dependencies", "minProperties", "maxProperties", "items", "prefixItems",
    "additionalItems", "contains", "minContains", "maxContains", "minItems", "maxItems",
    "uniqueItems", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "minLength", "maxLength", "pattern", "format", "default", "examples", "title", "description",
    "deprecated", "nullable", "discriminator", "readOnly", "x-order", "x-fal-order-properties",
    "$ref", "$dynamicRef", "$recursiveRef", "$anchor", "$dynamicAnchor", "$id", "$schema", "$defs",
    "definitions", "unevaluatedProperties", "unevaluatedItems", "$comment", "name", "input_schema",
    "settings",
  ]

  private static func number(_ text: String) -> JSON { JSONNumber(text).map(JSON.number) ?? nil }
}
