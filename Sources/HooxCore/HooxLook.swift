public import Foundation

/// An avatar in one place and mood, finished or not
/// (https://docs.hoox.video/api-reference/avatars/list).
///
/// It is a view of the service's own JSON: members that have no property here survive in
/// ``object``.
public struct HooxLook: Hashable, Sendable, Identifiable {
  /// The ID, which a request for an asset names as `avatar_id`.
  public let id: String
  /// The ID of the avatar; `nil` when the service did not say.
  public let avatarID: String?
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  /// - Parameters:
  ///   - id: The ID that was asked for, which an answer need not repeat; `nil` where it has to.
  ///   - avatar: The ID of the avatar that it was asked for as one of.
  init(_ object: JSONObject, _ id: String? = nil, of avatar: String? = nil) throws {
    self.id = try object["id"]?.id ?? id ?? object.id("id")
    avatarID = object["avatar_id"]?.id ?? avatar
    self.object = object
  }

  /// The look's name; `nil` when it has none.
  public var name: String? { object["look_name"]?.string ?? object["name"]?.string }
  /// The avatar's name; of a look that is part of an avatar's record, `nil`.
  public var avatarName: String? { object["avatar_name"]?.string }
  /// The person's gender.
  public var gender: String? { object["gender"]?.string }
  /// The person's age, as a range in words.
  public var ageRange: String? { object["age_range"]?.string }
  /// The person's ethnicity.
  public var ethnicity: String? { object["ethnicity"]?.string }
  /// The colour of the person's hair.
  public var hairColor: String? { object["hair_color"]?.string }
  /// Where the person is.
  public var place: HooxPlace? { object["place"]?.string.map(HooxPlace.init) }
  /// What the person has on or with them.
  public var accessories: [String] { object.strings("accessories") }
  /// What the person does.
  public var action: HooxAction? { object["action"]?.string.map(HooxAction.init) }
  /// What the person feels.
  public var emotion: HooxEmotion? { object["emotion"]?.string.map(HooxEmotion.init) }
  /// Whether it is filmed at arm's length.
  public var isSelfie: Bool? { object["selfie"]?.bool }
  /// The shape of the frame: `vertical` or `horizontal`.
  public var format: String? { object["format"]?.string }
  /// Where a small image of it is.
  public var thumbnailURL: URL? { object.url("thumbnail") }
  /// Where a preview of it is.
  public var previewURL: URL? { object.url("preview") }
  /// The kinds of model that can show it: `standard` alone where it was made of a video, else such
  /// as `premium` or `veo-3`.
  public var availableModels: [String] { object.strings("model_available") }
  /// How far it is; `nil` when the service did not say, as of one in a list.
  public var status: HooxAsset.Status? { object["status"]?.string.map(HooxAsset.Status.init) }
  /// Why it was not made; `nil` unless that is so.
  public var errorMessage: String? { object["error_message"]?.string }
}

extension HooxLook: JobOutput {
  /// The client whose jobs make it.
  public typealias ServiceClient = HooxAvatars

  /// Reads an answer to the question how far a look is.
  ///
  /// - Throws: `JSONMismatch` when it is completed and there is no look: there is nothing to have
  ///   yet.
  static func jobStatus(
    in object: JSONObject, look: String, of avatar: String
  ) throws -> JobStatus<HooxLook> {
    let word: HooxAsset.Status = try object.required("status")
    let result = object["result"]?.object
    let state: JobStatus<HooxLook>.State
    switch word {
    case .completed:
      guard let result else {
        throw JSONMismatch(problem: "is completed, and has no look in \"result\"")
      }
      state = .completed(try HooxLook(result, look, of: avatar))
    case .failed:
      let said = JobFailure(of: object)
      // Whether the credits come back is documented of assets alone.
      state = .failed(
        JobFailure(
          code: said?.code,
          message: result?["error_message"]?.string ?? object["error_message"]?.string
            ?? said?.message ?? "The service gave no reason."))
    default: state = .running
    }
    return JobStatus(state, rawStatus: word.rawValue)
  }
}
