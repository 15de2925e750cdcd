extension ModelRecord {
  /// A kind of thing that a model makes that a request can be made to.
  public enum IndoxHubMedium: String, CaseIterable, Sendable {
    case image, video

    /// The way that the service calls the list of such models.
    var kind: IndoxHubModel.Kind { self == .image ? .images : .videos }
  }

  /// The record of a model that the program has no type for, to make a `RawRequest` with.
  ///
  /// The service's own records have no schema. This one's is what is documented of requests to any model
  /// (https://www.indoxhub.com/docs/usage/video/, https://indoxhub.com/docs/usage/images/): it has the
  /// fields and their types, and no model's own limits.
  ///
  /// ```swift
  /// let request = try RawRequest(
  ///   ["prompt": "A tide pool at dawn"], to: .indoxHub(named: "acme/aurora-2", making: .video))
  /// ```
  ///
  /// - Parameters:
  ///   - name: The name that is sent.
  ///   - medium: What the model makes, on which it depends where the request is sent.
  /// - Returns: The record of a model that the program has no type for, to make a `RawRequest`
  ///   with.
  public static func indoxHub(named name: String, making medium: IndoxHubMedium) -> ModelRecord {
    var record = ModelRecord(name: name)
    record.object.set("type", medium.rawValue)
    var properties = common
    for (key, schema) in medium == .video ? video : image { properties[key] = schema }
    record.object["input_schema"] = [
      "type": "object", "required": ["prompt"], "properties": .object(properties),
    ]
    return record
  }

  private static let text: JSON = ["type": "string"]
  private static let integer: JSON = ["type": "integer"]
  private static let boolean: JSON = ["type": "boolean"]

  private static let common: JSONObject = [
    "prompt": text, "aspect_ratio": text, "size": text,
    "n": ["type": "integer", "minimum": 1, "default": 1],
    "response_format": ["type": "string", "enum": ["url", "b64_json"]],
    "negative_prompt": text, "person_generation": [:],
    "additional_params": ["type": "object"],
  ]

  private static let video: JSONObject = [
    "resolution": text, "duration": integer, "input_image": media(.image),
    "reference_image": media(.image),
    "reference_images": ["type": "array", "x-media": "image", "items": text],
    "generate_audio": boolean, "last_frame": media(.image), "video": media(.video),
  ]

  /// A file within the request, or where it is.
  private static func media(_ kind: MediaKind) -> JSON {
    ["type": "string", "x-media": .string(kind.rawValue)]
  }

  private static let image: JSONObject = [
    "quality": text, "style": text, "guidance_scale": ["type": "number"], "seed": integer,
    "enhance_prompt": boolean, "add_watermark": boolean, "background": text,
    "output_format": text, "output_compression": integer,
  ]
}
