/// Files that the tests hand to the tool.
enum Samples {
  static let aurora = """
    {
      "name": "aurora", "type": "video", "provider": "acme",
      "input_schema": {
        "type": "object",
        "required": ["prompt"],
        "properties": {
          "prompt": {"type": "string"},
          "duration": {"type": "integer", "enum": [4, 6, 8], "x-unit": "seconds"},
          "website": {"type": "string", "format": "uri", "pattern": "^https?://"},
          "settings": {
            "type": "object",
            "properties": {"quality": {"enum": ["low", "medium", "high", "ultra", "best"]}}
          }
        }
      },
      "x-documentation": {"Provider": "acme"}
    }
    """

  /// A record like ``aurora``, of another model.
  static func model(_ name: String) -> String {
    aurora.replacing("\"aurora\"", with: "\"\(name)\"")
  }

  /// A JSON Schema by itself.
  static let schema = """
    {"type": "object", "required": ["size"], "properties": {"size": {"$ref": "#/$defs/size"}},
     "$defs": {"size": {"enum": ["small", "large"]}}}
    """

  /// An OpenAPI document of one model.
  static let openAPI = """
    {"openapi": "3.0.3", "paths": {"/run~it": {"post": {"requestBody": {"content": {
      "application/json": {"schema": {"$ref": "#/components/schemas/Run"}}}}}}},
     "components": {"schemas": {"Run": {
      "type": "object", "properties": {"seed": {"type": "integer", "nullable": true}}}}}}
    """

  static let stamp = #"{"service": "acme", "origin": "fetched", "date": "2026-06-19"}"#
}
