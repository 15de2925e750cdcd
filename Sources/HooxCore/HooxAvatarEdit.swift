public import Foundation

/// A request for another look of an avatar (https://docs.hoox.video/api-reference/avatars/edit).
///
/// An avatar that everybody has is copied into the space first, so that the new look is of another
/// avatar than the one that was named: the submission says of which.
public struct HooxAvatarEdit: HooxAvatarRequest {
  /// The ID of the avatar.
  public var avatarID: String
  /// The ID of the look to begin with.
  public var lookID: String
  /// What is to be different.
  public var prompt: String
  /// The shape of the frame.
  public var format: HooxAvatarFormat?
  /// How fine the look is drawn.
  public var resolution: HooxAvatarResolution?
  /// How the avatar is filmed.
  public var style: HooxAvatarStyle?
  /// Whether to make the look larger, which costs more.
  public var upscale: Bool?
  /// Images to go by, each where the service can fetch it.
  public var imageURLs: [URL]?
  /// The new look's name.
  public var lookName: String?
  /// Where the person is.
  public var place: HooxPlace?
  /// Words to find the look by, in a form that is not documented.
  public var tags: JSON?

  /// Creates a request. What is left `nil` is left to the service.
  public init(
    avatarID: String,
    lookID: String,
    prompt: String,
    format: HooxAvatarFormat? = nil,
    resolution: HooxAvatarResolution? = nil,
    style: HooxAvatarStyle? = nil,
    upscale: Bool? = nil,
    imageURLs: [URL]? = nil,
    lookName: String? = nil,
    place: HooxPlace? = nil,
    tags: JSON? = nil
  ) {
    self.avatarID = avatarID
    self.lookID = lookID
    self.prompt = prompt
    self.format = format
    self.resolution = resolution
    self.style = style
    self.upscale = upscale
    self.imageURLs = imageURLs
    self.lookName = lookName
    self.place = place
    self.tags = tags
  }

  /// Reads the members of `object`.
  ///
  /// - Throws: `JSONMismatch` when one is missing or is not what it has to be.
  public init(from object: borrowing JSONObject) throws {
    avatarID = try object.required("avatar_id")
    lookID = try object.required("look_id")
    prompt = try object.required("prompt")
    format = try object.optional("format")
    resolution = try object.optional("resolution")
    style = try object.optional("style")
    upscale = try object.optional("upscale")
    imageURLs = try object.optional("imageUrls")
    lookName = try object.optional("look_name")
    place = try object.optional("place")
    tags = try object.optional("tags")
  }

  /// Writes the members into `object`.
  public func encode(to object: inout JSONMembers) {
    object.set("avatar_id", avatarID)
    object.set("look_id", lookID)
    object.set("prompt", prompt)
    object.set("format", format)
    object.set("resolution", resolution)
    object.set("style", style)
    object.set("upscale", upscale)
    object.set("imageUrls", imageURLs)
    object.set("look_name", lookName)
    object.set("place", place)
    object.set("tags", tags)
  }

  /// What the documentation says that it costs: 2 credits, 4 in 4K, and 1.5 more where it is made
  /// larger.
  public var documentedCost: Decimal {
    (resolution == .k4 ? 4 : 2) + (upscale == true ? Decimal(3) / 2 : 0)
  }

  /// What is documented of the call, and the schema of its requests.
  public static let snapshot = ModelSnapshot(
    embedded: """
      {"name": "avatar/edit", "label": "New look", "type": "avatar",
       "settings": [{"key": "resolution", "affects_cost": true},
         {"key": "upscale", "affects_cost": true}],
       "input_schema": {
         "type": "object",
         "required": ["avatar_id", "look_id", "prompt"],
         "properties": {
           "avatar_id": {"type": "string", "description": "ID of the avatar."},
           "look_id": {"type": "string", "description": "ID of the look to begin with."},
           "prompt": {"type": "string", "description": "What is to be different, in words."},
           "format": {"type": "string", "enum": ["vertical", "horizontal"],
             "description": "Shape of the frame."},
           "resolution": {"type": "string", "enum": ["2K", "4K"], "default": "2K",
             "description": "How fine the look is drawn."},
           "style": {"type": "string",
             "enum": ["iphone", "selfie", "podcast", "car", "conference", "raw"],
             "description": "How the avatar is filmed."},
           "upscale": {"type": "boolean", "description": "Whether to make the look larger."},
           "imageUrls": {"type": "array", "description": "Images to go by.",
             "items": {"type": "string", "format": "uri", "pattern": "^https?://"}},
           "look_name": {"type": "string", "description": "The new look's name."},
           "place": {"type": "string", "description": "Where the person is."},
           "tags": {"description": "Words to find the look by."}
         }
       }}
      """,
    names: """
      {"/avatar_id": "avatarID", "/look_id": "lookID", "/imageUrls": "imageURLs",
       "/look_name": "lookName"}
      """)
}
