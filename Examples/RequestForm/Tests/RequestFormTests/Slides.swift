import Foundation
import RequestForm
import TypedMedia

/// A model of which an image needs another, and the site that serves its form.
final class Slides {
  private static let image: JSON = [
    "type": "object",
    "properties": [
      "url": [
        "type": "string", "format": "uri", "pattern": "^https?://",
        "description": "Where the image is.",
      ],
      "asset_id": ["type": "string", "description": "The ID of an image of the library."],
    ],
    "oneOf": [["required": ["url"]], ["required": ["asset_id"]]],
  ]

  private static func image(_ description: String) -> JSON {
    var image = image.object ?? [:]
    image["description"] = .string(description)
    return .object(image)
  }

  static let record: JSON = [
    "name": "slides-1",
    "label": "Slides 1",
    "settings": [["key": "generateAudio", "affects_cost": true]],
    "input_schema": [
      "type": "object",
      "required": ["prompt"],
      "dependentRequired": ["end_image": ["start_image"]],
      "properties": [
        "prompt": ["type": "string", "description": "What to show, in words.", "maxLength": 500],
        "start_image": image("The image that the video starts from."),
        "end_image": image("The image that the video ends on. Set one of url and asset_id."),
        "references": [
          "type": "array", "description": "Images to take the style from.", "maxItems": 3,
          "items": image,
        ],
        "duration": [
          "type": "integer", "enum": [5, 10], "default": 5, "x-unit": "seconds",
          "description": "How long the video is.",
        ],
        "generation_count": [
          "type": "integer", "minimum": 1, "maximum": 4, "default": 1,
          "description": "How many videos to make.",
        ],
        "model_settings": [
          "type": "object", "properties": ["generateAudio": ["type": "boolean", "default": true]],
        ],
      ],
    ],
  ]

  let snapshot: ModelSnapshot
  let form: RequestForm
  /// What was accepted.
  private(set) var sent: [JSON] = []

  init() throws {
    snapshot = try ModelSnapshot(Self.record)
    form = RequestForm(snapshot.fields)
  }

  /// The page, or what comes of what was posted.
  func page(posted: String?) throws -> String {
    let title = snapshot.model.label ?? snapshot.model.name
    guard let posted else { return form.page(titled: title) }
    let values = FormValues(parsing: posted)
    do {
      sent.append(.object(try form.read(values).request(to: snapshot.model).body))
      return "<!DOCTYPE html>\n<title>Sent</title><h1>Sent</h1>\n"
    } catch let rejection as FormRejection {
      return form.page(titled: title, values: values, problems: rejection.problems)
    }
  }
}
