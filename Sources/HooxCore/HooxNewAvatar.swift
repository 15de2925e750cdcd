public import Foundation

/// A request for a new avatar (https://docs.hoox.video/api-reference/avatars/create).
///
/// ```swift
/// let request = HooxNewAvatar(
///   .prompt("A baker of sixty, smiling.", format: .horizontal), style: .podcast, place: .kitchen)
/// ```
public struct HooxNewAvatar: HooxAvatarRequest {
  /// What the avatar is made of.
  public enum Source: JSONObjectConvertible, Hashable, Codable, CustomStringConvertible {
    /// A description. Only then can the shape of the frame be chosen.
    case prompt(String, format: HooxAvatarFormat? = nil)
    /// Images of a person, each where the service can fetch it.
    case images([URL])

    /// Reads the members of `object`.
    ///
    /// - Throws: `JSONMismatch` when it has neither.
    public init(from object: borrowing JSONObject) throws {
      if object.hasMembers("prompt") {
        self = .prompt(try object.required("prompt"), format: try object.optional("format"))
      } else {
        self = .images(try object.required("images"))
      }
    }

    /// Writes the members into `object`.
    public func encode(to object: inout JSONMembers) {
      switch self {
      case .prompt(let prompt, let format):
        object.set("prompt", prompt)
        object.set("format", format)
      case .images(let images): object.set("images", images)
      }
    }
  }

  /// What the avatar is made of.
  public var source: Source
  /// How the avatar is filmed.
  public var style: HooxAvatarStyle?
  /// How fine the look is drawn.
  public var resolution: HooxAvatarResolution?
  /// The avatar's name.
  public var name: String?
  /// Where the person is.
  public var place: HooxPlace?
  /// Images of what is to be seen with the person, each where the service can fetch it.
  public var elementImages: [URL]?

  /// Creates a request. What is left `nil` is left to the service.
  public init(
    _ source: Source,
    style: HooxAvatarStyle? = nil,
    resolution: HooxAvatarResolution? = nil,
    name: String? = nil,
    place: HooxPlace? = nil,
    elementImages: [URL]? = nil
  ) {
    self.source = source
    self.style = style
    self.resolution = resolution
    self.name = name
    self.place = place
    self.elementImages = elementImages
  }

  /// Reads the members of `object`.
  ///
  /// - Throws: `JSONMismatch` when one is missing or is not what it has to be.
  public init(from object: borrowing JSONObject) throws {
    source = try Source(from: object)
    style = try object.optional("style")
    resolution = try object.optional("resolution")
    name = try object.optional("name")
    place = try object.optional("place")
    elementImages = try object.optional("elementImages")
  }

  /// Writes the members into `object`.
  public func encode(to object: inout JSONMembers) {
    source.encode(to: &object)
    object.set("style", style)
    object.set("resolution", resolution)
    object.set("name", name)
    object.set("place", place)
    object.set("elementImages", elementImages)
  }

  /// What the documentation says that it costs: 2 credits with a prompt, 4 in 4K, and nothing with
  /// images.
  public var documentedCost: Decimal {
    guard case .prompt = source else { return 0 }
    return resolution == .k4 ? 4 : 2
  }

  /// What is documented of the call, and the schema of its requests.
  public static let snapshot = ModelSnapshot(
    embedded: """
      {"name": "avatar/create", "label": "New avatar", "type": "avatar",
       "settings": [{"key": "resolution", "affects_cost": true}],
       "input_schema": {
         "type": "object",
         "properties": {
           "prompt": {"type": "string", "description": "Who the avatar is, in words."},
           "format": {"type": "string", "enum": ["vertical", "horizontal"],
             "default": "vertical", "description": "Shape of the frame. Only with a prompt."},
           "images": {"type": "array", "minItems": 1, "description": "Images of a person.",
             "items": {"type": "string", "format": "uri", "pattern": "^https?://"}},
           "style": {"type": "string",
             "enum": ["iphone", "selfie", "podcast", "car", "conference", "raw"],
             "default": "iphone", "description": "How the avatar is filmed."},
           "resolution": {"type": "string", "enum": ["2K", "4K"], "default": "2K",
             "description": "How fine the look is drawn."},
           "name": {"type": "string", "description": "The avatar's name."},
           "place": {"type": "string", "description": "Where the person is."},
           "elementImages": {"type": "array",
             "description": "Images of what is to be seen with the person.",
             "items": {"type": "string", "format": "uri", "pattern": "^https?://"}}
         },
         "oneOf": [{"required": ["prompt"]}, {"required": ["images"]}],
         "dependentRequired": {"format": ["prompt"]}
       }}
      """,
    names: #"{"/prompt": "source", "/format": "source", "/images": "source"}"#)
}
