import RequestForm
import TypedMedia

/// A model that has a field of every kind.
enum Gallery {
  static let record: JSON = [
    "name": "gallery",
    "settings": [["key": "strength", "affects_cost": true]],
    "input_schema": [
      "type": "object",
      "required": ["prompt", "palette", "level"],
      "properties": [
        "prompt": [
          "type": "string", "description": "Say \"what\" & <where>", "minLength": 3,
          "maxLength": 500,
        ],
        "code": ["type": "string", "pattern": "^[A-Z]{2}$"],
        "page": ["type": "string", "format": "uri"],
        "start": ["type": "string", "format": "date-time"],
        "token": ["type": "string", "format": "uuid"],
        "seed": ["type": ["integer", "null"], "minimum": 1, "maximum": 100, "multipleOf": 2],
        "strength": [
          "type": "number", "exclusiveMinimum": 0, "maximum": 1, "x-unit": "percent",
          "default": 0.5,
        ],
        "loud": ["type": "boolean"],
        "level": ["enum": [1, "1", "high"]],
        "palette": [
          "type": "array", "minItems": 2, "maxItems": 4,
          "items": ["type": "string", "enum": ["red", "green"]],
        ],
        "camera": [
          "type": "object", "required": ["kind", "speed"],
          "properties": [
            "kind": ["type": "string", "enum": ["pan", "tilt"], "default": "pan"],
            "speed": ["type": "number"],
            "a.b~c": ["type": "string", "maxLength": 20],
          ],
        ],
        "size": [
          "oneOf": [
            ["type": "string", "enum": ["square", "wide"]],
            [
              "type": "object", "title": "Exact", "required": ["width"],
              "properties": ["width": ["type": "integer"], "height": ["type": "integer"]],
            ],
            ["type": "array", "items": ["type": "integer"]],
          ]
        ],
        "root": ["$ref": "#/$defs/node"],
        "extra": [:],
        "old": ["type": "string", "deprecated": true, "maxLength": 20],
      ],
      "$defs": [
        "node": [
          "type": "object",
          "properties": [
            "name": ["type": "string", "maxLength": 20],
            "children": ["type": "array", "items": ["$ref": "#/$defs/node"]],
          ],
        ]
      ],
    ],
  ]

  static func model() throws -> ModelRecord { try ModelRecord(json: record) }

  static func form() throws -> RequestForm { RequestForm(try ModelSnapshot(record).fields) }
}
