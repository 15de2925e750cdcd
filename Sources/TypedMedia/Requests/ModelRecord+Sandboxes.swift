package import Foundation

/// What the sandboxes in this package read of a record, whichever service it is of.
extension ModelRecord {
  package var type: String? { kind }
  package var provider: String? { object["provider"]?.string }
  package var tags: [String] { object.strings("tags") }
  package var baseCost: Decimal? { object["base_cost"]?.decimal }
  package var capabilities: Capabilities {
    Capabilities(object: object["capabilities"]?.object ?? [:])
  }

  package struct Capabilities {
    fileprivate let object: JSONObject

    package var resolutions: [String] { object.strings("supported_resolutions") }
    package var defaultResolution: String? { object["default_resolution"]?.string }
    package var durations: [Int] { (object["supported_durations"]?.array ?? []).compactMap(\.int) }
    package var defaultDuration: Int? { object["default_duration"]?.int }
  }
}
